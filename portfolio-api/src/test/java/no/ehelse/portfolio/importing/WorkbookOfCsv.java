package no.ehelse.portfolio.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.ehelse.portfolio.xlsx.HandmadeWorkbook;

/** A CSV file as the workbook that somebody would have made of it: numbers are numbers, texts are shared or stand inline. */
final class WorkbookOfCsv {

    private WorkbookOfCsv() {}

    /** A workbook of semicolon-separated lines without quotation marks. */
    static byte[] of(byte[] csv) {
        return of(new String(csv, StandardCharsets.UTF_8));
    }

    /** A workbook of semicolon-separated lines without quotation marks. */
    static byte[] of(String csv) {
        List<String> shared = new ArrayList<>();
        return HandmadeWorkbook.of(rows(csv, shared)).strings(String.join("", shared)).bytes();
    }

    private static String rows(String csv, List<String> shared) {
        StringBuilder rows = new StringBuilder();
        for (String line : csv.lines().toList()) {
            rows.append("<row>");
            for (String cell : line.split(";", -1)) {
                rows.append(cell(cell, shared));
            }
            rows.append("</row>");
        }
        return rows.toString();
    }

    private static String cell(String text, List<String> shared) {
        if (text.isEmpty()) {
            return "<c s='1'/>";
        }
        if (text.matches("\\d+([.,]\\d+)?")) {
            return "<c><v>" + text.replace(',', '.') + "</v></c>";
        }
        String escaped = "<t>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</t>";
        if (text.length() % 2 == 0) {
            return "<c t='inlineStr'><is>" + escaped + "</is></c>";
        }
        shared.add("<si>" + escaped + "</si>");
        return "<c t='s'><v>" + (shared.size() - 1) + "</v></c>";
    }
}

package no.ehelse.portfolio.xlsx;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.ehelse.portfolio.xlsx.UnreadableWorkbook.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a part of XML, element by element. Elements go by their local names, because there are two sets of
 * namespaces for the same. A document type is refused where it is met, so there are no entities but the five of XML.
 *
 * <pre>{@code
 * xml.nextWithin(0);              // the root
 * while (xml.nextWithin(1)) {     // its children
 *     if (xml.is("sheets")) { … while (xml.nextWithin(2)) … }
 * }
 * }</pre>
 */
final class XmlReader {

    private final XMLStreamReader reader;
    private final String part;
    private final WorkbookLimits limits;
    private int depth;
    private boolean ended;

    /**
     * Starts before the root.
     *
     * @param part what the part is called, for messages
     */
    XmlReader(byte[] xml, String part, WorkbookLimits limits) throws UnreadableWorkbook {
        this.part = part;
        this.limits = limits;
        // The JDK's own, whatever else is on the class path: what it does with these properties is tested.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        try {
            reader = factory.createXMLStreamReader(new InputStreamReader(withoutMark(xml), decoder(xml)));
        } catch (XMLStreamException | RuntimeException malformed) {
            throw malformed();
        }
    }

    private static InputStream withoutMark(byte[] xml) {
        boolean marked = xml.length > 2 && xml[0] == (byte) 0xEF && xml[1] == (byte) 0xBB && xml[2] == (byte) 0xBF;
        return marked ? new ByteArrayInputStream(xml, 3, xml.length - 3) : new ByteArrayInputStream(xml);
    }

    /** Workbooks are in UTF-8 or UTF-16, whatever else they declare; what is in neither is refused. */
    private static CharsetDecoder decoder(byte[] xml) {
        boolean utf16 = xml.length > 1
                && ((xml[0] == (byte) 0xFE && xml[1] == (byte) 0xFF)
                        || (xml[0] == (byte) 0xFF && xml[1] == (byte) 0xFE));
        return (utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private UnreadableWorkbook malformed() {
        return UnreadableWorkbook.damaged(part + " is no well-formed XML");
    }

    /** The next event; the depth counts the element that starts or ends with it. */
    private int next() throws UnreadableWorkbook {
        if (ended) {
            depth--;
            ended = false;
        }
        int event = event();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > limits.depth()) {
                    throw new WorkbookTooLarge("The workbook nests elements deeper than " + limits.depth() + ".");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> ended = true;
            case XMLStreamConstants.DTD -> throw new UnreadableWorkbook(Reason.DOCTYPE,
                    "The workbook declares a document type (" + part + "), which none needs.");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw malformed();
            default -> {
                // Text is taken where it is wanted; the rest means nothing.
            }
        }
        return event;
    }

    /** The parser is the JDK's; on input that is broken enough, it answers with exceptions of many types. */
    private int event() throws UnreadableWorkbook {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException | RuntimeException malformed) {
            throw malformed();
        }
    }

    /**
     * Moves to the next child of the element at a depth, past what is left of the child before.
     *
     * @param parent the depth of the element, the root's is 1; 0: moves to the root
     * @return false: the element has ended
     */
    boolean nextWithin(int parent) throws UnreadableWorkbook {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && depth == parent)) {
                return false;
            }
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return true;
            }
        }
    }

    /** Whether the element is called so. */
    boolean is(String name) {
        return reader.hasName() && name.equals(reader.getLocalName());
    }

    /** The value of an attribute without a namespace; null: there is none. */
    @Nullable String attribute(String name) {
        return attribute(name, false);
    }

    /** The value of an attribute with a namespace; null: there is none. */
    @Nullable String qualified(String name) {
        return attribute(name, true);
    }

    private @Nullable String attribute(String name, boolean qualified) {
        for (int place = 0; place < reader.getAttributeCount(); place++) {
            String namespace = reader.getAttributeNamespace(place);
            if (name.equals(reader.getAttributeLocalName(place))
                    && qualified == (namespace != null && !namespace.isEmpty())) {
                return reader.getAttributeValue(place);
            }
        }
        return null;
    }

    /** The text that stands in the element itself, cut off at one character more than a cell may have; moves to its end. */
    String text() throws UnreadableWorkbook {
        int own = depth;
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && depth == own)) {
                return text.toString();
            }
            boolean isText = event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (isText && depth == own && text.length() <= limits.cell()) {
                text.append(reader.getText());
            }
            if (text.length() > limits.cell()) {
                text.setLength(limits.cell() + 1);
            }
        }
    }
}

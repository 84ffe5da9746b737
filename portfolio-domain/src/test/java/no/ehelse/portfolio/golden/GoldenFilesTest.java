package no.ehelse.portfolio.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden files are written once: the build fails where one is changed, gone, or came without a line in the list. */
class GoldenFilesTest {

    @Test
    void golden_files_are_those_of_the_list() throws IOException {
        assertThat(GoldenFiles.OURS.differences()).isEmpty();
    }

    @Test
    void a_changed_a_removed_and_an_unlisted_file_are_each_named(@TempDir Path folder) throws IOException {
        GoldenFiles copy = new GoldenFiles(folder.resolve("golden"), GoldenFiles.OURS.list());
        Files.createDirectory(copy.folder());
        for (String name : GoldenFiles.OURS.names()) {
            Files.copy(GoldenFiles.OURS.folder().resolve(name + ".json"), copy.folder().resolve(name + ".json"));
        }
        assertThat(copy.differences()).isEmpty();

        Path changed = copy.folder().resolve("RoundClosed-1.json");
        Files.writeString(changed, Files.readString(changed).replace("2020-10", "2020-11"));
        Files.delete(copy.folder().resolve("RoundPublished-1.json"));
        Files.writeString(copy.folder().resolve("RoundPublished-3.json"), "{}");

        assertThat(copy.differences()).containsExactly("RoundClosed-1.json is changed",
                "RoundPublished-1.json is gone", "RoundPublished-3.json is not listed");
    }
}

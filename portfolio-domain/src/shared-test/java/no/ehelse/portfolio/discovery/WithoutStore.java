package no.ehelse.portfolio.discovery;

import com.tngtech.archunit.junit.ArchTag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Tests that no store has a part in: they run once. All others run on each kind of database. */
@Tag(WithoutStore.TAG)
@ArchTag(WithoutStore.TAG)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutStore {

    /** What the build tells them by. */
    String TAG = "without-store";
}

package net.ixapi.auth.contract.checks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which answer of the document a test is about, for the summary and for the comparison with the document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Checks {
    /**
     * The operation.
     *
     * @return its {@code operationId}, or nothing for what holds beside the document
     */
    String operation() default "";

    /**
     * The answer that is provoked.
     *
     * @return the HTTP status
     */
    int status();
}

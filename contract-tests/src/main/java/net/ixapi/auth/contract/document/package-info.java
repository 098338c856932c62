/** The contract as the suite reads it: the OpenAPI document itself, and not the Java that was generated from it. */
@NullMarked
package net.ixapi.auth.contract.document;

import org.jspecify.annotations.NullMarked;

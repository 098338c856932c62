/** Requests that the document itself suggests: each of its rules, kept and broken. */
@NullMarked
package net.ixapi.auth.contract.cases;

import org.jspecify.annotations.NullMarked;

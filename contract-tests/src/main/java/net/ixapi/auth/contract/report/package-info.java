/** What was found, for people and for programs. Nothing in it is a secret. */
@NullMarked
package net.ixapi.auth.contract.report;

import org.jspecify.annotations.NullMarked;

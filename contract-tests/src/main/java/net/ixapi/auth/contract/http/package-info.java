/** Requests byte by byte, as no generated client would send them. */
@NullMarked
package net.ixapi.auth.contract.http;

import org.jspecify.annotations.NullMarked;

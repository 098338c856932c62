/** What the stub does with HTTP beyond the operations: headers, limits, what a request is. */
@NullMarked
package net.ixapi.auth.stub.http;

import org.jspecify.annotations.NullMarked;

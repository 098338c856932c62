/** How a call fails. Every class extends {@link net.ixapi.auth.client.error.ApiException}, which is unchecked. */
@NullMarked
package net.ixapi.auth.client.error;

import org.jspecify.annotations.NullMarked;

/** What the admin interface reads and writes, generated from its document; here is only what the package has in common. */
@RejectUnknownProperties
package net.ixapi.auth.stub.admin.model;

import net.ixapi.auth.server.runtime.RejectUnknownProperties;

/** A program that is a module of its own, with the README's example as its only class. */
module consumer {
    requires net.ixapi.auth.client;
}

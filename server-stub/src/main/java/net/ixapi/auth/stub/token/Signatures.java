package net.ixapi.auth.stub.token;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;

/** Signs, and tells its own signatures from others. Safe for many threads. */
interface Signatures {
    byte[] sign(byte[] input) throws GeneralSecurityException;

    boolean verify(byte[] input, byte[] signature) throws GeneralSecurityException;

    /**
     * Signatures of the Java runtime.
     *
     * @param name what it calls the algorithm
     * @param keys sign and verify
     */
    record Asymmetric(String name, KeyPair keys) implements Signatures {
        @Override
        public byte[] sign(byte[] input) throws GeneralSecurityException {
            Signature signer = Signature.getInstance(name);
            signer.initSign(keys.getPrivate());
            signer.update(input);
            return signer.sign();
        }

        @Override
        public boolean verify(byte[] input, byte[] signature) throws GeneralSecurityException {
            Signature verifier = Signature.getInstance(name);
            verifier.initVerify(keys.getPublic());
            verifier.update(input);
            return verifier.verify(signature);
        }
    }
}

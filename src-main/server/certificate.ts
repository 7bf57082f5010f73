// SPDX-License-Identifier: EUPL-1.2
/** The certificate with which the office shows other machines that it is itself, and its private key. */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';

export interface Certificate {
  /** PEM, with those that signed it after it. */
  cert: Buffer;
  /** PEM, without a passphrase. */
  key: Buffer;
  /** The names that it is for, `sportello.comune.example`, without those that stand for many. */
  names: string[];
}

export interface CertificateFiles {
  certificate: string;
  key: string;
}

/** @throws Error with a sentence that names the file which is missing, not understood or belongs to another one */
export async function readCertificate({ certificate, key }: CertificateFiles): Promise<Certificate> {
  const read = { cert: await bytesOf('certificate', certificate), key: await bytesOf('key', key) };
  const problem = (what: string, cause: unknown) => new Error(what, { cause });
  let found: X509Certificate;
  try {
    found = new X509Certificate(read.cert);
  } catch (error) {
    throw problem(`The file ${certificate} is not a certificate; what is accepted is one in PEM.`, error);
  }
  try {
    createSecureContext(read);
  } catch (error) {
    throw problem(`The file ${key} is not the key of the certificate ${certificate}, or has a passphrase.`, error);
  }
  const names = found.subjectAltName?.split(', ').flatMap((name) => /^DNS:([^*]+)$/.exec(name)?.[1] ?? []);
  return { ...read, names: names ?? [] };
}

async function bytesOf(what: string, file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The ${what} ${file} cannot be read (${error.code}).`, { cause: error });
  });
}

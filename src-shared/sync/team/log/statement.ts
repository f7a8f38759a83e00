// A signed statement. Its id is a hash of what it says and who says it; a device's id is
// a hash of the device's keys. Neither can be chosen, so nothing can take another's place.

import { z } from 'zod';

import { canonicalJson } from '../../../values/canonical-json.ts';
import { parseJson } from '../../../values/parse-json.ts';
import type { TeamCrypto } from '../crypto.ts';
import { envelopeSchema, type Said, saidSchema } from './said.ts';

export const longestStatement = 48_000;

export const statementSchema = z.object({
  /** The canonical JSON that was signed. */
  text: z.string().max(longestStatement),
  /** Id of the device that signed. */
  by: z.string().min(1).max(64),
  signature: z.string().max(200),
});
export type Statement = z.infer<typeof statementSchema>;

const domain = 'rapport:statement:2';
const signed = ({ by, text }: Pick<Statement, 'by' | 'text'>): string =>
  `${domain}\n${by}\n${text}`;

/** SHA-256 over both public keys, base64url: 43 letters. */
export const deviceIdOf = (
  { signKey, boxKey }: { signKey: string; boxKey: string },
  crypto: TeamCrypto,
): string => crypto.hash(`rapport:device:1\n${signKey}\n${boxKey}`);

export const statementId = (
  statement: Pick<Statement, 'by' | 'text'>,
  crypto: TeamCrypto,
): string => crypto.hash(signed(statement));

export function makeStatement(
  said: Said,
  by: string,
  secretKey: string,
  crypto: TeamCrypto,
): Statement {
  const text = canonicalJson(said) ?? '';
  return { text, by, signature: crypto.sign(secretKey, signed({ by, text })) };
}

export const isSignedBy = (statement: Statement, publicKey: string, crypto: TeamCrypto): boolean =>
  crypto.verify(publicKey, signed(statement), statement.signature);

/** `said` undefined: of a newer version, kept in its place and passed on. */
export type ReadStatement = { said: Said | undefined; team: string | undefined; after: string[] };

const alreadyRead = new WeakMap<Statement, ReadStatement | 'no'>();

/** Undefined for what is no statement of a log, or is not spelt as it has to be. */
export function readStatement(statement: Statement): ReadStatement | undefined {
  const known = alreadyRead.get(statement) ?? readText(statement) ?? 'no';
  alreadyRead.set(statement, known);
  return known === 'no' ? undefined : known;
}

function readText({ text }: Statement): ReadStatement | undefined {
  const raw = parseJson(text);
  if (canonicalJson(raw) !== text) return undefined;
  const known = saidSchema.safeParse(raw);
  if (known.success) {
    const said = known.data;
    return { said, team: 'team' in said ? said.team : undefined, after: said.after };
  }
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) return undefined;
  return { said: undefined, team: envelope.data.team, after: envelope.data.after };
}

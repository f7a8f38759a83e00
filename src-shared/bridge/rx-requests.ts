// What a window may ask of the storage: to open a collection that there is, and to read it
// with the few kinds of question that the app puts (src-renderer/data/queries). Each
// message is made anew from what was understood of it.

import { prepareQuery, type RxDocumentData, type RxJsonSchema } from 'rxdb';
import type { MessageToRemote } from 'rxdb/plugins/storage-remote';
import { z } from 'zod';

import { isNoDeeper } from '../values/depth.ts';

/** As RxDB fills it in. */
export type FilledSchema = RxJsonSchema<RxDocumentData<Record<string, unknown>>>;

/** `collection` undefined: it is about a connection that is open. */
export type RxRequest =
  | { kind: 'open'; message: MessageToRemote; database: string; collection: string }
  | { kind: 'read' | 'write' | 'close' | 'forbidden'; message: MessageToRemote };

const deepest = 12;
const longestText = 20_000;
const mostIds = 50_000;
const mostInList = 30_000;
/** Of what is not in an index: every record is read for each of them. */
const mostOfAny = 20;

const id = z.string().min(1).max(200);
const base = z.object({ connectionId: id, requestId: id, version: z.string().max(50) });
const waiting = z.object({ connectionId: id, requestId: id, method: z.string().max(50) });
const open = z.looseObject({
  databaseName: z.string().max(100),
  collectionName: z.string().max(100),
  databaseInstanceToken: z.string().max(100),
  schema: z.looseObject({ version: z.number().int().min(0) }),
});
const message = z.discriminatedUnion('method', [
  base.extend({ method: z.literal('create'), params: open }),
  base.extend({
    method: z.enum([
      'findDocumentsById',
      'query',
      'count',
      'bulkWrite',
      'close',
      'getChangedDocumentsSince',
      'getAttachmentData',
      'cleanup',
      'remove',
    ]),
    params: z.array(z.unknown()).max(4),
  }),
]);

/** Who waits for an answer to a message that is not storage-remote's; undefined for nobody. */
export function waitingFor(raw: unknown): MessageToRemote | undefined {
  const parsed = waiting.safeParse(raw);
  return parsed.success ? (parsed.data as unknown as MessageToRemote) : undefined;
}

/** Undefined for what is not storage-remote's. */
export function parseRequest(raw: unknown): RxRequest | undefined {
  if (!isNoDeeper(raw, deepest)) return undefined;
  const parsed = message.safeParse(raw);
  if (!parsed.success) return undefined;
  const { method, params } = parsed.data;
  const asked: MessageToRemote = parsed.data;
  switch (method) {
    case 'create':
      return {
        kind: 'open',
        message: asked,
        database: params.databaseName,
        collection: params.collectionName,
      };
    case 'findDocumentsById':
    case 'query':
    case 'count':
      return { kind: 'read', message: asked };
    case 'bulkWrite':
      return { kind: 'write', message: asked };
    case 'close':
      return { kind: 'close', message: { ...asked, params: [] } };
    case 'getChangedDocumentsSince':
    case 'getAttachmentData':
    case 'cleanup':
    case 'remove':
      return { kind: 'forbidden', message: asked };
  }
}

/** The collection with the host's own schema, whatever the window says of it. */
export function opened(asked: MessageToRemote, schema: FilledSchema): MessageToRemote {
  const params = open.parse(asked.params);
  return {
    ...asked,
    params: {
      databaseInstanceToken: params.databaseInstanceToken,
      databaseName: params.databaseName,
      collectionName: params.collectionName,
      schema,
      options: {},
      multiInstance: false,
      devMode: false,
    },
  } as MessageToRemote;
}

const byIds = z.tuple([z.array(z.string().max(300)).max(mostIds), z.boolean()]);

/** Undefined for a question that the app does not put. */
export function asked(reading: MessageToRemote, schema: FilledSchema): MessageToRemote | undefined {
  if (reading.method === 'findDocumentsById') {
    const ids = byIds.safeParse(reading.params);
    return ids.success ? { ...reading, params: ids.data } : undefined;
  }
  const parsed = z.tuple([z.object({ query: questionOf(schema) })]).safeParse(reading.params);
  if (!parsed.success) return undefined;
  const [{ query }] = parsed.data;
  return { ...reading, params: [prepareQuery(schema, query as never)] } as MessageToRemote;
}

const questions = new WeakMap<FilledSchema, z.ZodType>();

function questionOf(schema: FilledSchema): z.ZodType {
  const known = questions.get(schema);
  if (known !== undefined) return known;
  const made = question(schema);
  questions.set(schema, made);
  return made;
}

const scalar = z.union([z.string().max(longestText), z.number(), z.boolean(), z.null()]);
const testOf = (mostListed: number) =>
  z
    .strictObject({
      $eq: scalar,
      $in: z.array(scalar).max(mostListed),
      $gt: scalar,
      $gte: scalar,
      $lt: scalar,
      $lte: scalar,
    })
    .partial();

/** Scalars of a known length, and lists of keys, may be asked for; sorted is by what is in an index. */
function question(schema: FilledSchema): z.ZodType {
  const indexed = new Set(['_deleted', ...[schema.indexes ?? []].flat(2)]);
  const { primaryKey } = schema;
  indexed.add(typeof primaryKey === 'string' ? primaryKey : primaryKey.key);
  const askable = Object.entries(schema.properties).flatMap(([path, property]) => {
    const { type, maxLength } = property as { type?: unknown; maxLength?: unknown };
    const isShort = type === 'string' && maxLength !== undefined;
    if (type === 'array') return [[path, testOf(mostInList)] as const];
    return indexed.has(path) || isShort || type === 'number' || type === 'boolean'
      ? [[path, testOf(indexed.has(path) ? mostInList : mostOfAny)] as const]
      : [];
  });
  const order = z.enum(['asc', 'desc']);
  const sort = z.record(z.string(), order).refine((part) => {
    const paths = Object.keys(part);
    return paths.length === 1 && paths.every((path) => indexed.has(path));
  });
  return z.object({
    selector: z.strictObject(Object.fromEntries(askable)).partial(),
    sort: z.array(sort).min(1).max(6),
    skip: z.number().int().min(0),
    limit: z.number().int().min(1).optional(),
  });
}

const notes = z.tuple([
  z
    .array(z.object({ document: z.looseObject({}), previous: z.looseObject({}).optional() }))
    .max(100),
  z.string().max(200),
]);

/** What a window notes for itself, within bounds. */
export function noted(writing: MessageToRemote): MessageToRemote | undefined {
  const parsed = notes.safeParse(writing.params);
  if (!parsed.success || JSON.stringify(parsed.data).length > longestText * 10) return undefined;
  return { ...writing, params: parsed.data } as MessageToRemote;
}

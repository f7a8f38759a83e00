// The command line as data: which command with which options, or why it makes no sense.

import { parseArgs } from 'node:util';

import { parseView, type View } from '../../src-shared/query/view.ts';
import { type ListedKind, listedKind, listedNames, people } from './listed-kind.ts';
import { exportFormats } from '../../src-shared/transfer/export/formats.ts';
import {
  formatById,
  rapportCsvId,
} from '../../src-shared/transfer/import/csv/formats/import-formats.ts';
import { isKnown } from '../../src-shared/transfer/import/text/detect-charset.ts';
import { say } from '../say.ts';

export type Invocation = { profile: string | undefined; json: boolean } & (
  | ({ command: 'import'; file: string } & AskedImport)
  | { command: 'export'; as: string; where: Where | undefined; to: ExportTo }
  | { command: 'export-promises'; out: string | undefined }
  | { command: 'find'; text: string }
  | { command: 'list'; kind: ListedKind | undefined; where: Where | undefined }
  | { command: 'edit'; where: Where; edit: AskedEdit }
  | { command: 'check'; rebuild: boolean }
  | { command: 'backup' | 'restore'; file: string }
  | { command: 'help' }
);

/** No `out`: printed. A dry run writes nothing and says what the receiver would say. */
export type ExportTo = { out: string | undefined; dryRun: boolean; withPrivateFields: boolean };

export type AskedImport = {
  as: string | undefined;
  charset: string | undefined;
  /** Where the rows go that could not be taken. */
  rejected: string | undefined;
  dryRun: boolean;
};

/** An empty value empties the field. */
export type AskedEdit = { field: string; value: string; dryRun: boolean };

/** A saved view by its name, or one written out. */
export type Where = { name: string } | { view: View };

export type Parsed = { ok: true; value: Invocation } | { ok: false; why: string };

/** Not people, but what is about them. */
export const calendarId = 'ics';
const exportIds = [...exportFormats.map(({ id }) => id), calendarId];
/** A vCard says itself what it is. */
const importIds: readonly string[] = [rapportCsvId, ...formatById.keys()];
const options = {
  profile: { type: 'string' },
  as: { type: 'string' },
  kind: { type: 'string' },
  out: { type: 'string' },
  where: { type: 'string' },
  view: { type: 'string' },
  charset: { type: 'string' },
  rejected: { type: 'string' },
  set: { type: 'string' },
  rebuild: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'with-private-fields': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Options each command takes beside --profile and --json, and whether it takes an argument. */
const shapes: {
  readonly [command: string]: { takes: readonly string[]; argument: string | undefined };
} = {
  import: { takes: ['as', 'charset', 'dry-run', 'rejected'], argument: 'FILE' },
  export: {
    takes: ['as', 'dry-run', 'kind', 'out', 'view', 'where', 'with-private-fields'],
    argument: undefined,
  },
  find: { takes: [], argument: 'TEXT' },
  list: { takes: ['kind', 'view', 'where'], argument: undefined },
  edit: { takes: ['dry-run', 'set', 'view', 'where'], argument: undefined },
  check: { takes: ['rebuild'], argument: undefined },
  backup: { takes: [], argument: 'FILE' },
  restore: { takes: [], argument: 'FILE' },
};

/** Also where the rest cannot be understood: what is said of that takes its language. */
export function profileIn(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--profile');
  return at < 0
    ? argv.find((one) => one.startsWith('--profile='))?.slice('--profile='.length)
    : argv[at + 1];
}

export function parseCommandLine(argv: readonly string[]): Parsed {
  const read = readOptions(argv);
  if (!read.ok) return read;
  const { values, positionals } = read;
  const common = { profile: values.profile, json: values.json === true };
  if (values.help === true) return { ok: true, value: { ...common, command: 'help' } };
  const [command = '', ...rest] = positionals;
  const shape = shapes[command];
  if (shape === undefined)
    return refuse(command === '' ? say('cli.noCommand') : say('cli.unknownCommand', { command }));
  const odd = Object.keys(values).find(
    (name) => !['profile', 'json', ...shape.takes].includes(name),
  );
  if (odd !== undefined) return refuse(say('cli.unknownOption', { command, option: odd }));
  const wanted = shape.argument === undefined ? 0 : 1;
  // The words of a search need no quotes.
  const given = command === 'find' && rest.length > 1 ? [rest.join(' ')] : rest;
  if (given.length < wanted || given[0] === '')
    return refuse(say('cli.needs', { command, what: shape.argument ?? '' }));
  if (given.length > wanted)
    return refuse(say('cli.tooMany', { command, argument: given[wanted] ?? '' }));
  return invocationOf(command, given[0] ?? '', values, common);
}

type Values = {
  as?: string;
  kind?: string;
  out?: string;
  where?: string;
  view?: string;
  charset?: string;
  rejected?: string;
  set?: string;
  profile?: string;
  json?: boolean;
  rebuild?: boolean;
  help?: boolean;
  'dry-run'?: boolean;
  'with-private-fields'?: boolean;
};
type Common = { profile: string | undefined; json: boolean };

function invocationOf(command: string, argument: string, values: Values, common: Common): Parsed {
  switch (command) {
    case 'import':
      return parseImport(argument, values, common);
    case 'export':
      return parseExport(values, common);
    case 'find':
      return accept({ ...common, command, text: argument });
    case 'list':
      return parseList(values, common);
    case 'edit':
      return parseEdit(values, common);
    case 'backup':
    case 'restore':
      return accept({ ...common, command, file: argument });
    default:
      return accept({ ...common, command: 'check', rebuild: values.rebuild === true });
  }
}

function parseList(values: Values, common: Common): Parsed {
  const kind = values.kind === undefined ? undefined : listedKind(values.kind);
  if (values.kind !== undefined && kind === undefined) return refuse(oneOf('kind', listedNames()));
  const where = parseWhere(values, kind);
  return where.ok ? accept({ ...common, command: 'list', kind, where: where.value }) : where;
}

/** Whom it is about must be said: everybody is `{"all":[]}`. */
function parseEdit(values: Values, common: Common): Parsed {
  const [, field = '', value = ''] = /^([^=]+)=(.*)$/s.exec(values.set ?? '') ?? [];
  if (field.trim() === '') return refuse(say('cli.editNeedsSet'));
  const where = parseWhere(values, people);
  if (!where.ok) return where;
  if (where.value === undefined) return refuse(say('cli.editNeedsWhere'));
  const edit = { field: field.trim(), value, dryRun: values['dry-run'] === true };
  return accept({ ...common, command: 'edit', where: where.value, edit });
}

function parseImport(file: string, values: Values, common: Common): Parsed {
  const { charset, rejected } = values;
  if (charset !== undefined && !isKnown(charset)) return refuse(say('cli.noCharset', { charset }));
  const asked = { charset, rejected, dryRun: values['dry-run'] === true };
  const isGuessed = values.as === undefined || values.as.startsWith('vcard');
  if (isGuessed) return accept({ ...common, command: 'import', file, as: undefined, ...asked });
  const as = idNamed(importIds, values.as ?? '');
  if (as === undefined) return refuse(oneOf('as', importIds));
  return accept({ ...common, command: 'import', file, as, ...asked });
}

function parseExport(values: Values, common: Common): Parsed {
  if (values.kind === 'promises') return parsePromises(values, common);
  const as = idNamed(exportIds, values.as ?? 'rapport-csv');
  if (as === undefined) return refuse(oneOf('as', exportIds));
  if (values.kind !== undefined && values.kind !== 'people') return refuse(say('cli.onlyPeople'));
  const to = {
    out: values.out,
    dryRun: values['dry-run'] === true,
    withPrivateFields: values['with-private-fields'] === true,
  };
  if (common.json && to.out === undefined && !to.dryRun) return refuse(say('cli.jsonNeedsOut'));
  const where = parseWhere(values, people);
  return where.ok ? accept({ ...common, command: 'export', as, where: where.value, to }) : where;
}

/** All of them, as one table. */
function parsePromises({ out, ...values }: Values, common: Common): Parsed {
  const odd = (['as', 'where', 'view', 'dry-run', 'with-private-fields'] as const).find(
    (name) => values[name] !== undefined,
  );
  if (odd !== undefined)
    return refuse(say('cli.unknownOption', { command: 'export --kind promises', option: odd }));
  if (common.json && out === undefined) return refuse(say('cli.jsonNeedsOut'));
  return accept({ ...common, command: 'export-promises', out });
}

type ParsedWhere = { ok: true; value: Where | undefined } | { ok: false; why: string };

/** `--view`: the name of a saved view; `--where`: that, or JSON: a view, or only its conditions. */
function parseWhere({ view: name, where: text }: Values, kind?: ListedKind): ParsedWhere {
  if (name !== undefined && text !== undefined) return refuse(say('cli.viewOrWhere'));
  if (name !== undefined) return { ok: true, value: { name } };
  if (text === undefined) return { ok: true, value: undefined };
  if (!/^\s*[{[]/.test(text)) return { ok: true, value: { name: text } };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse(say('cli.notAView'));
  }
  const view = parseView(raw, kind?.of);
  if (!view.ok) return refuse(say('cli.badView', { where: view.error.detail?.['where'] ?? '' }));
  if (kind !== undefined && view.value.of !== kind.of)
    return refuse(say('cli.otherView', { of: view.value.of, kind: kind.of }));
  return { ok: true, value: { view: view.value } };
}

/** `google` means google-csv and `linkedin` linkedin-connections; `zoho-csv` is zoho's where that is its name. */
const idNamed = <Id extends string>(ids: readonly Id[], name: string): Id | undefined =>
  ids.find((id) => id === name || `${id}-csv` === name) ??
  ids.find((id) => id.startsWith(`${name}-`));

type Read = { ok: true; values: Values; positionals: string[] };

function readOptions(argv: readonly string[]): Read | { ok: false; why: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    return { ok: true, values, positionals };
  } catch (error) {
    // Node's words, up to its advice.
    const words = error instanceof Error ? error.message : String(error);
    return refuse(`${words.split(/\. |\n/)[0]?.replace(/\.$/, '')}.`);
  }
}

const accept = (value: Invocation): Parsed => ({ ok: true, value });
const refuse = (why: string): { ok: false; why: string } => ({ ok: false, why });

const oneOf = (option: string, names: readonly string[]): string =>
  say('cli.oneOf', { option, names: names.join(', ') });

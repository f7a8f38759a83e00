// What a dry run says, in words: of the window and of the command line.

import { person } from '../../domain/person.ts';
import { say, sayIfKnown } from '../../words/say.ts';
import type { ExportCheck, ExportIssue, ExportSeverity } from '../export-types.ts';
import { severityOf } from '../export-types.ts';
import type { ExportFormat } from './formats.ts';

export const receiverName = ({ id, name }: Pick<ExportFormat, 'id' | 'name'>): string =>
  sayIfKnown(`receiver.${id}`) ?? name;

/** A field or set of ours by its words, a column of theirs as they call it. */
export function issueField(field: string): string {
  if (field === 'roles') return say('export.roles');
  const isOurs = field === 'note' || field in person.fields || field in person.sets;
  if (!isOurs) return field;
  return sayIfKnown(`field.person.${field}`) ?? sayIfKnown(`field.record.${field}`) ?? field;
}

export const issueWords = ({ code, field, limit, rows }: ExportIssue): string =>
  say(`export.issue.${code}`, { rows, field: issueField(field), limit: limit ?? 0 });

type Left = ExportCheck['left'][number];
export const leftWords = ({ code, field, rows }: Left): string =>
  say(`export.left.${code}`, { rows, field: issueField(field) });

export const severityWords = (severity: ExportSeverity): string =>
  say(`export.severity.${severity}`);

type Found = { severity: ExportSeverity; issues: ExportIssue[] };

const severities: readonly ExportSeverity[] = ['refused', 'changed', 'remark'];

/** What was found, the worst first; without what nothing was found of. */
export const bySeverity = ({ issues }: ExportCheck): Found[] =>
  severities
    .map((severity) => ({
      severity,
      issues: issues.filter(({ code }) => severityOf[code] === severity),
    }))
    .filter((one) => one.issues.length > 0);

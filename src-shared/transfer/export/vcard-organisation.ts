// An organisation as a vCard: KIND:org in 4.0 (RFC 6350 6.1.4), X-ABShowAs in 3.0 as Apple
// writes it.

import { textOf } from './export-person.ts';
import type { OrganisationDoc } from './organisations.ts';
import { writeContact, writeCustom, writeLinks, writeUid } from './vcard.ts';
import { createCardLines, type VcardVersion } from './vcard-lines.ts';

/** Which of its fields a card has no word for; ours are read by ourselves again. */
const ownProperties = {
  description: 'x-rapport-description',
  industry: 'x-rapport-industry',
};

export function organisationCard(doc: OrganisationDoc, version: VcardVersion): string {
  const lines = createCardLines(version);
  const name = doc.name || doc.id;
  writeUid(lines, doc.id, version);
  if (version === '4.0') lines.raw('kind', 'org');
  lines.text('fn', name);
  if (version === '3.0') {
    lines.text('n', ['', '', '', '', '']);
    lines.raw('x-abshowas', 'COMPANY');
  }
  lines.text('org', [name]);
  writeContact(lines, doc, version);
  writeLinks(lines, doc, version);
  writeCustom(lines, doc);
  for (const [field, property] of Object.entries(ownProperties)) {
    const text = textOf(doc, field);
    if (text !== '') lines.text(property, text);
  }
  const tags = (doc.sets['tags'] ?? []).map(({ value }) => value);
  if (tags.length > 0) lines.list('categories', tags);
  if (doc.note !== '') lines.text('note', doc.note);
  return lines.card();
}

// The organisation a row names, and the role in it.

import { joinText } from '../../../domain/fold.ts';
import { addOnce } from '../entry/add-value.ts';
import { addRemark, type Incoming, type IncomingRole, makeItem } from '../entry/incoming.ts';
import { isPlaceholder } from '../../../values/placeholder.ts';
import { parseDate } from '../../../values/date.ts';
import { ownRolePart, type RoleDetail } from '../../rapport-role.ts';
import type { Part } from './row-columns.ts';
import type { ReadCell, RowSettings } from './row-settings.ts';

export function readRole(
  incoming: Incoming,
  parts: readonly Part[],
  read: ReadCell,
  settings: RowSettings,
): void {
  let [organisation, organisationId] = ['', ''];
  const role: Omit<IncomingRole, 'organisation' | 'organisationId'> = {};
  const details: RoleDetail[] = [];
  for (const { part, index } of parts) {
    const cell = read(index);
    const text = settings.exact ? cell : cell.replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    if (part === 'name') organisation = settings.exact || !isPlaceholder(text) ? text : '';
    else if (part === 'id') organisationId = text;
    else if (isText(part)) role[part] = text;
    else if (part.startsWith(ownRolePart))
      details.push({ label: part.slice(ownRolePart.length), value: text });
    else if (part === 'start' || part === 'until') {
      const date = settings.exact ? text : parseDate(text, settings.usualOrder);
      if (date === undefined) {
        addOnce(incoming, 'custom', makeItem(text, `role ${part}`));
        addRemark(incoming, 'date-not-understood');
      } else if (date !== '') role[part] = date;
    }
  }
  if (organisation !== '')
    return void incoming.roles.push({
      organisation,
      ...(organisationId === '' ? {} : { organisationId }),
      ...role,
      ...(details.length === 0 ? {} : { details }),
    });
  for (const { label, value } of details) addOnce(incoming, 'custom', makeItem(value, label));
  const loose = joinText([role.title, role.department]);
  if (loose !== '') incoming.fields['jobNote'] ??= loose;
}

const texts = ['title', 'department', 'expects', 'stance'] as const;
const isText = (part: string): part is (typeof texts)[number] => texts.some((one) => one === part);

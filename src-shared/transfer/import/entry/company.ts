// A row or card about a company and nobody in it is that organisation, not a person.

import { organisation } from '../../../domain/group.ts';
import { labelOfField } from '../../../values/labels.ts';
import { addOnce } from './add-value.ts';
import { addRemark, emptyIncoming, type Incoming, makeItem } from './incoming.ts';

const names = ['given', 'middle', 'family', 'fullName', 'nickname'];
const ofPeople = ['prefix', 'suffix', 'maidenName', 'birthday', 'gender', 'pronouns'];
const ownPhones = new Set(['mobile', 'home', 'home fax']);
/** The part before the @ of addresses that are nobody's own. */
const sharedBoxes = new Set(
  'accounts admin bestellung billing booking bookings buero büro contact contacto enquiries hallo hello help hola info inquiries jobs kontakt mail marketing office order orders post press reception sales service shop support team ventas vertrieb welcome'.split(
    ' ',
  ),
);

/** `isSaid`: the file itself calls it a company, so that only a name makes it a person. */
export function isOnlyCompany({ fields, sets, roles }: Incoming, isSaid: boolean): boolean {
  const [role] = roles;
  if (role === undefined || roles.length > 1 || names.some((name) => name in fields)) return false;
  if (isSaid) return true;
  const box = (address: string) => address.toLowerCase().replace(/[@+].*$/, '');
  return (
    role.title === undefined &&
    role.start === undefined &&
    role.details === undefined &&
    !ofPeople.some((field) => field in fields) &&
    (sets['emails'] ?? []).every(({ value }) => sharedBoxes.has(box(value))) &&
    !(sets['phones'] ?? []).some(({ label = '' }) => ownPhones.has(label))
  );
}

/** What an organisation has no place for becomes a value of its own, under the name it had. */
export function asOrganisation(incoming: Incoming): Incoming {
  const { line, scope, fields, sets, note, roles, remarks } = incoming;
  const [role] = roles;
  const made: Incoming = {
    ...emptyIncoming(line),
    kind: 'organisation',
    note,
    ...(scope === undefined ? {} : { scope }),
  };
  made.fields['name'] = role?.organisation ?? '';
  addRemark(made, 'only-a-company');
  for (const remark of remarks) addRemark(made, remark);
  for (const [set, items] of Object.entries(sets)) {
    if (set in organisation.sets) made.sets[set] = items;
    else
      for (const { value, label, more } of items)
        addOnce(
          made,
          'custom',
          makeItem(value, more?.['network'] ?? more?.['service'] ?? label ?? labelOfField(set)),
        );
  }
  for (const [field, value] of Object.entries({ ...fields, ...partsOf(role) })) {
    if (field === 'photo') addRemark(made, 'photo-left-out');
    else if (field !== 'fileAs' && typeof value === 'string')
      addOnce(made, 'custom', makeItem(value, labelOfField(field)));
  }
  return made;
}

const partsOf = (role: Incoming['roles'][number] | undefined): { [part: string]: string } => ({
  ...(role?.title === undefined ? {} : { title: role.title }),
  ...(role?.department === undefined ? {} : { department: role.department }),
});

// What the places of a text are called.

import { t } from '@lingui/core/macro';

import { placeNames, type PlaceName } from '../../../src-shared/drafts/places.ts';

export function placeWords(name: PlaceName): string {
  const words: { readonly [one in PlaceName]: string } = {
    salutation: t`Salutation, formal`,
    greeting: t`Salutation by the given name`,
    given: t`Given name`,
    family: t`Family name`,
    name: t`Whole name`,
    title: t`Title before the name`,
    nickname: t`Nickname`,
    'role.title': t`Their role`,
    'org.name': t`Their organisation`,
    city: t`City`,
    'lastTalk.date': t`Day of the last contact`,
    promise: t`What we owe them`,
    'me.name': t`Your name`,
    today: t`Today’s date`,
  };
  return words[name];
}

/** Also for one that stands in a text as somebody typed it. */
export function anyPlaceWords(name: string): string {
  const known = placeNames.find((one) => one === name);
  return known === undefined ? name.replace(/^x:/u, '') : placeWords(known);
}

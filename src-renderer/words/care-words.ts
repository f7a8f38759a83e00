// Why somebody is not to be contacted, in one line.

import { t } from '@lingui/core/macro';

import type { Refusal, RefusalField } from '../../src-shared/care/may-contact.ts';
import type {
  Basis,
  Channel,
  PermissionState,
  Purpose,
} from '../../src-shared/domain/permission.ts';
import { say } from '../../src-shared/words/say.ts';
import { commaWords } from './in-language.ts';

type Days = { /** YYYY-MM-DD as the reader has days. */ day: (day: string) => string };

export function refusalWords(refusal: Refusal, days: Days): string {
  switch (refusal.code) {
    case 'do-not-contact':
      return leftAloneWords([refusal], days);
    case 'objected':
      return t`They said no to this`;
    case 'withdrawn':
      return t`They took their yes back`;
    case 'not-answered':
      return t`They were asked and have not answered`;
    case 'not-given':
      return t`Nobody has written down that they said yes`;
  }
}

/** What somebody does not want, since when and why: said once. */
export function leftAloneWords(
  refused: readonly Extract<Refusal, { code: 'do-not-contact' }>[],
  { day }: Days,
): string {
  const [first] = refused;
  if (first === undefined) return '';
  const what = commaWords(refused.map(({ field }) => refusedWords(field)));
  const { reason, since, until } = first;
  if (until !== undefined) {
    const last = day(until);
    return reason === '' ? t`${what}, until ${last}` : t`${what}, until ${last}: ${reason}`;
  }
  if (since === undefined) return reason === '' ? what : t`${what}: ${reason}`;
  const when = day(since);
  return reason === '' ? t`${what}, since ${when}` : t`${what}, since ${when}: ${reason}`;
}

export const refusedWords = (field: RefusalField): string => say(`field.person.${field}`);

export const channelWords = (channel: Channel | 'any'): string => say(`care.channel.${channel}`);
export const purposeWords = (purpose: Purpose): string => say(`care.purpose.${purpose}`);
export const stateWords = (state: PermissionState): string => say(`care.state.${state}`);
export const basisWords = (basis: Basis): string => say(`care.basis.${basis}`);

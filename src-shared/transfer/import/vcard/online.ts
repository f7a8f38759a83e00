// Profiles and chats, which cards write in many ways.

import { addOnce } from '../entry/add-value.ts';
import { makeItem } from '../entry/incoming.ts';
import type { Handler } from './context.ts';
import { labelOf, meaningless } from './labels.ts';

export const profile: Handler = ({ values, params, types }, { incoming }) => {
  const text = values[0]?.trim() ?? '';
  const network = params.get('service-type') ?? types.find((type) => !meaningless.has(type)) ?? '';
  const user = params.get('x-user') ?? params.get('username') ?? '';
  const handle = user === '' ? text.replace(/^x-apple:/i, '') : user;
  if (handle === '') return;
  addOnce(
    incoming,
    'handles',
    makeItem(handle, undefined, {
      ...(network === '' ? {} : { network: network.toLowerCase() }),
      ...(/^https?:/i.test(text) && handle !== text ? { url: text } : {}),
    }),
  );
};

export const chat: Handler = (property, context) => {
  const text = property.values[0]?.trim() ?? '';
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1];
  const service =
    property.params.get('x-service-type') ??
    property.params.get('service-type') ??
    (scheme === 'x-apple' ? undefined : scheme);
  const address = decoded(text.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/i, ''));
  if (address !== '')
    addOnce(
      context.incoming,
      'chats',
      makeItem(
        address,
        labelOf(property, context),
        service === undefined ? undefined : { service: service.toLowerCase() },
      ),
    );
};

export const chatOf =
  (service: string): Handler =>
  ({ values }, { incoming }) => {
    const text = values[0]?.trim() ?? '';
    if (text !== '') addOnce(incoming, 'chats', makeItem(text, undefined, { service }));
  };

/** An address is a URI, whose odd characters are written as bytes. */
function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

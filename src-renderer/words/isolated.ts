// A name in a sentence that runs the other way must not change the order of what stands
// around it: an Arabic name and a number, say. In JSX names stand in `<bdi>`; in attributes,
// toasts and other plain strings Unicode's isolates do the same (UAX 9).

import type { I18n, MessageDescriptor, MessageOptions } from '@lingui/core';

type Values = Record<string, unknown>;

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';
const fromTheRight =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const fromTheLeft = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
/** Its groups of digits would change places. */
const telephone = /^\+?[\d(][\d\s().-]*$/;
/** Which of a phrase's choices is meant is said by such words: they are not shown. */
const code = /^[a-z][a-z\d-]*$/;

/** As it is where it runs the way of the sentence. */
export function isolated(text: string, direction: 'ltr' | 'rtl'): string {
  const runsOtherwise =
    direction === 'ltr'
      ? fromTheRight.test(text)
      : fromTheLeft.test(text) || (telephone.test(text) && /[\s+().-]/.test(text));
  return code.test(text) || !runsOtherwise ? text : firstStrongIsolate + text + popIsolate;
}

/** From now on every text put into a phrase is isolated where that is needed. Called once. */
export function isolateValues(i18n: I18n, directionNow: () => 'ltr' | 'rtl'): void {
  const say = i18n._.bind(i18n);
  const inner = (values: Values | undefined): Values => {
    const direction = directionNow();
    return Object.fromEntries(
      Object.entries(values ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' ? isolated(value, direction) : value,
      ]),
    );
  };
  i18n._ = (asked: MessageDescriptor | string, values?: Values, options?: MessageOptions) =>
    typeof asked === 'string'
      ? say(asked, inner(values), options)
      : say({ ...asked, values: inner(asked.values ?? values) });
}

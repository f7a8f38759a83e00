// A double click, a mouse that bounces, Enter held a little too long: the same thing asked twice
// before the window could show that it is done. The second is no wish of its own.

/** ms after it is done in which nobody has seen it yet and asks for the very same on purpose. */
const unseen = 300;
/** ms: a time that is no older was made by the press itself. */
const fresh = 2_000;

type Answer = { ok: boolean };
type Press = { text: string; until: number; answer?: Promise<unknown> };

/**
 * What is on its way already, or has just been done, is not sent again: it has the same answer, and
 * `isAgain`. What failed may be asked again. `made`: ids that each press makes anew.
 */
export type Once = <T extends Answer>(
  what: unknown,
  send: () => Promise<T>,
  made?: readonly string[],
) => Promise<{ answer: T; isAgain: boolean }>;

export function oncePerPress(now: () => number = Date.now): Once {
  let last: Press | undefined;
  return async <T extends Answer>(
    what: unknown,
    send: () => Promise<T>,
    made: readonly string[] = [],
  ) => {
    const text = withoutFresh(JSON.stringify(what), made, now());
    if (last?.text === text && now() < last.until && last.answer !== undefined)
      return { answer: (await last.answer) as T, isAgain: true };
    const press: Press = { text, until: Infinity };
    last = press;
    const sent = send();
    press.answer = sent;
    try {
      const answer = await sent;
      press.until = answer.ok ? now() + unseen : 0;
      return { answer, isAgain: false };
    } catch (error) {
      press.until = 0;
      throw error;
    }
  };
}

const times = /\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d{13}\b/g;

function withoutFresh(text: string, made: readonly string[], now: number): string {
  const shared = made.reduce((rest, id) => rest.replaceAll(`"${id}"`, '"*"'), text);
  return shared.replaceAll(times, (one) => {
    const time = one.endsWith('Z') ? Date.parse(one) : Number(one);
    return Math.abs(time - now) < fresh ? '*' : one;
  });
}

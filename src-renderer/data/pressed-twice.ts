// A double click, a mouse that bounces, Enter held a little too long: the same thing asked twice
// before the window could show that it is done. The second is no wish of its own.

/** ms after it is done in which nobody has seen it yet and asks for the very same on purpose. */
const unseen = 300;
/** ms: what carries a time or an id that is no older was made by the press itself. */
const fresh = 2_000;

type Answer = { ok: boolean };
type Press = { text: string; until: number };

/** Undefined for what is on its way already, or has just been done. What failed may be asked again. */
export type Once = <T extends Answer>(
  what: unknown,
  send: () => Promise<T>,
  /** It names what was there before, however short a time: no press made those ids. */
  isOfOld?: boolean,
) => Promise<T | undefined>;

export function oncePerPress(now: () => number = Date.now): Once {
  let last: Press | undefined;
  return async (what, send, isOfOld = false) => {
    const asked = JSON.stringify(what);
    const text = isOfOld ? asked : withoutFresh(asked, now());
    if (last?.text === text && now() < last.until) return undefined;
    const press: Press = { text, until: Infinity };
    last = press;
    try {
      const answer = await send();
      press.until = answer.ok ? now() + unseen : 0;
      return answer;
    } catch (error) {
      press.until = 0;
      throw error;
    }
  };
}

const made =
  /[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d{13}\b/g;

/** Two presses make ids (UUIDv7, which begin with the time) and times of their own. */
const withoutFresh = (text: string, now: number): string =>
  text.replaceAll(made, (one) => (Math.abs(timeIn(one) - now) < fresh ? '*' : one));

function timeIn(made: string): number {
  if (made.endsWith('Z')) return Date.parse(made);
  return made.length === 13
    ? Number(made)
    : Number.parseInt(made.slice(0, 13).replace('-', ''), 16);
}

// Bytes a second out of a counter that is looked at now and then.

const windowMs = 3_000;

export type Speed = { of: (total: number, now: number) => number };

export function createSpeed(): Speed {
  let looks: { total: number; at: number }[] = [];
  return {
    of: (total, now) => {
      looks = [...looks.filter(({ at }) => now - at <= windowMs), { total, at: now }];
      const first = looks[0];
      if (first === undefined || now === first.at) return 0;
      return Math.round(((total - first.total) * 1_000) / (now - first.at));
    },
  };
}

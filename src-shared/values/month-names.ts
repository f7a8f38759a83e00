// Names of months as they stand in dates, in the languages that imports know.

/** From 1; names and short forms in lower case, without their dot. */
export const monthByName: ReadonlyMap<string, number> = new Map(
  [
    'jan january januar janvier enero',
    'feb february februar février fevrier febrero',
    'mar march märz marz mär mars marzo',
    'apr april avril avr abril abr',
    'may mai mayo',
    'jun june juni juin junio',
    'jul july juli juillet julio',
    'aug august août aout agosto ago',
    'sep sept september septembre septiembre',
    'oct october oktober okt octobre octubre',
    'nov november novembre noviembre',
    'dec december dezember dez décembre decembre diciembre dic',
  ].flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
);

// Decimal text such as `-12.50`, added without rounding.

/** Both are decimal text as fields/number.ts stores it. As many decimals as the longer has. */
export function addDecimals(a: string, b: string): string {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  const sum = scaled(a, decimals) + scaled(b, decimals);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals);
  return `${sum < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

function scaled(text: string, decimals: number): bigint {
  const [whole = '0', rest = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + rest.padEnd(decimals, '0'));
  return text.startsWith('-') ? -size : size;
}

// A value on a printed sheet: what it is, and the value, as text.

import type { ReactNode } from 'react';

export const Printed = ({ label, children }: { label: string; children: ReactNode }) => (
  <p className="printed" dir="auto">
    <span className="dim">{label}</span> <span>{children}</span>
  </p>
);

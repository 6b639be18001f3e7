/** Whether two plain values hold the same, whatever the order of their members. */
export function alike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return Object.is(a, b);
  }
  const members = Object.entries(a);
  const others = new Map<string, unknown>(Object.entries(b));
  return (
    members.length === others.size &&
    members.every(([name, value]) => others.has(name) && alike(value, others.get(name)))
  );
}

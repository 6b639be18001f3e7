/** Members of a domain object that a null column leaves out. */
export function whereSet<Members extends Readonly<Record<string, unknown>>>(
  members: Members,
): { [Member in keyof Members]?: NonNullable<Members[Member]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null)) as {
    [Member in keyof Members]?: NonNullable<Members[Member]>;
  };
}

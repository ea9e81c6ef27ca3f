/** A place where a lower module lets higher ones take part without knowing them. A plain value: nothing registers itself. */
export type ExtensionPoint<T> = { readonly name: string; readonly witness?: T };

export type Contribution = { readonly point: string; readonly value: unknown };

export function definePoint<T>(name: string): ExtensionPoint<T> {
  return { name };
}

export function contribute<T>(point: ExtensionPoint<T>, value: T): Contribution {
  return { point: point.name, value };
}

export type Contributions = <T>(point: ExtensionPoint<T>) => readonly T[];

export function collectContributions(all: readonly Contribution[]): Contributions {
  const byPoint = Map.groupBy(all, ({ point }) => point);
  const values = new Map([...byPoint].map(([point, list]) => [point, list.map((c) => c.value)]));
  return <T>(point: ExtensionPoint<T>) => (values.get(point.name) ?? []) as readonly T[];
}

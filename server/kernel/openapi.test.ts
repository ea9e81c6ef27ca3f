import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeApi } from './openapi.ts';
import { specialRoute } from './routes.ts';

const Colour = z.enum(['red', 'blue']).meta({ id: 'Colour' });
const Brush = z.strictObject({ colour: Colour, width: z.int().default(3) }).meta({ id: 'Brush' });
const Box = z.strictObject({ brushes: z.array(Brush) }).meta({ id: 'Box' });

const routeOf = (at: 'PUT /boxes' | 'PUT /colours', type: z.ZodType) =>
  specialRoute(at, {
    name: `${at.slice(5)}.put`,
    summary: 'Put',
    permission: 'public',
    input: z.strictObject({ put: type }),
    output: z.object({ put: type }),
    handle: () => Promise.resolve({ json: null }),
  });

test('what is asked and what is answered have two names where they differ, be it in what they refer to', () => {
  const { paths, components } = describeApi(
    [routeOf('PUT /boxes', Box), routeOf('PUT /colours', Colour)],
    '1',
  );
  const schemas = components.schemas as Record<string, { required?: string[] }>;
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining(['Box', 'BoxInput', 'Brush', 'BrushInput', 'Colour']),
  );
  expect(schemas).not.toHaveProperty('ColourInput');
  expect([schemas['BrushInput']?.required, schemas['Brush']?.required]).toEqual([
    ['colour'],
    ['colour', 'width'],
  ]);
  const said = JSON.stringify(paths);
  expect(said).toContain('#/components/schemas/BoxInput');
  expect(JSON.stringify(schemas['BoxInput'])).toContain('#/components/schemas/BrushInput');
  expect(JSON.stringify(schemas['Box'])).toContain('#/components/schemas/Brush"');
  expect(said + JSON.stringify(schemas)).not.toContain('@');
});

import type { Desk } from '../otklik/desk.ts';

/** So many tickets of five hundred customers, by the API, six at once. */
export async function fillDesk(desk: Desk, tickets: number): Promise<void> {
  const numbers = Array.from({ length: tickets }, (_, at) => at).values();
  const open = async () => {
    for (const n of numbers) {
      await desk.call('POST /tickets', {
        subject: `Вопрос ${n}: не печатает касса`,
        body: 'После обновления касса на втором посту не печатает чек. Что делать?',
        requester: { email: `client${n % 500}@there.test`, name: `Клиент ${n % 500}` },
        priority: ['low', 'normal', 'normal', 'high', 'urgent'][n % 5],
        tags: [`тег${n % 40}`],
      });
    }
  };
  await Promise.all(Array.from({ length: 6 }, open));
}

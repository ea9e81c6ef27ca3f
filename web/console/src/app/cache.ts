import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../lib/problem.ts';

const isWorthRetrying = (error: Error) =>
  error instanceof ApiProblem && (error.status === 0 || error.status >= 502);

export function makeCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      mutations: { retry: false },
    },
  });
}

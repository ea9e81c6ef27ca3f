/**
 * otklik.conf of the embedded database: safe (every commit is on disk) and small (one machine, at
 * most some dozens of connections). ALTER SYSTEM overrides any of it.
 */
export const settings: Readonly<Record<string, string>> = {
  max_connections: '60',
  superuser_reserved_connections: '3',
  shared_buffers: '64MB',
  work_mem: '6MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  random_page_cost: '1.1',
  // Compiling a query costs more than the short queries of a desk take.
  jit: 'off',
  // Separate reader processes (the default of PostgreSQL 18) cost 3 processes and bring nothing at this size.
  io_method: 'sync',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  autovacuum_max_workers: '2',
  autovacuum_naptime: '30s',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // What a backup while running needs: WAL that can be replayed, and a slot that keeps it.
  wal_level: 'replica',
  max_wal_senders: '2',
  max_replication_slots: '2',
  wal_buffers: '4MB',
  min_wal_size: '80MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  // Statements and rows are letters of people: failures are logged by the application, without values.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
  log_line_prefix: "'%m [%p] '",
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  // A new title for every statement is a system call's worth of work that nobody reads.
  update_process_title: 'off',
  lc_messages: "'C'",
  unix_socket_permissions: '0700',
};

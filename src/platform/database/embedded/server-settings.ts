/**
 * The server's settings as command-line arguments, which outrank the configuration files in the cluster: nothing that
 * somebody leaves in there can switch durability off.
 * @param durable false only for tests, whose data may be lost with the machine's power.
 */
export function serverArguments({ port, durable }: { port: number; durable: boolean }): string[] {
  const safety = durable ? 'on' : 'off';
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: safety,
    synchronous_commit: safety,
    full_page_writes: safety,
    max_connections: '60',
    shared_buffers: '128MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    effective_cache_size: '1GB',
    random_page_cost: '1.1',
    // Short statements: compiling one costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_checkpoints: 'off',
    // Refused statements reach the caller; the server's own log would only collect personal data from their values.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

// Loaded before the server under test: when the test run is killed, the server does not stay behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

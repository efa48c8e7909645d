// Starts the embedded PostgreSQL of the given build on the given folder, says where, and holds it until killed.
const [build, dataDir] = process.argv.slice(2);
const { startEmbeddedPostgres } = await import(build);
const { url } = await startEmbeddedPostgres({ dataDir, durable: false });
console.log(url);
setInterval(() => {}, 60_000);

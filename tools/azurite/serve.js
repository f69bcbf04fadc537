// Runs the table service of Azurite for as long as standard input stays open, so that it never outlives who started it, and prints the
// port it got: Azurite itself prints the one it was told to use, which is 0.
//
//   node serve.js <folder with node_modules> [options of azurite-table]
const net = require("net");
const path = require("path");

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  this.once("listening", () => console.log(`port ${this.address().port}`));
  return listen.apply(this, args);
};

for (const end of ["end", "close", "error"]) {
  process.stdin.once(end, () => process.exit());
}
process.stdin.resume();

const main = path.join(process.argv[2], "node_modules", "azurite", "dist", "src", "table", "main.js");
process.argv.splice(1, 2, main);
require(main);

// wink-nlp, its whole English pipeline, over the texts of a JSONL file; prints the tokens it saw.
const fs = require("fs");
const winkNLP = require("wink-nlp");
const model = require("wink-eng-lite-web-model");

const nlp = winkNLP(model);
let tokens = 0;
for (const line of fs.readFileSync(process.argv[2], "utf8").split("\n")) {
  if (line) tokens += nlp.readDoc(JSON.parse(line).text).tokens().length();
}
console.log(tokens);

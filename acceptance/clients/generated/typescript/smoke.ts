// Asks a running suite with the client that openapi-generator made.
import assert from "node:assert";
import { isAxiosError } from "axios";
import { CodeListsApi, Configuration, CubesApi } from "./client";

async function main(): Promise<void> {
  const configuration = new Configuration({ basePath: process.env.DATACUBE });
  const cubes = new CubesApi(configuration);
  const { data: answer } = await cubes.aggregate({ cube: "expense", drilldown: "sdg.goal", cut: "year:2024" });
  assert.ok((answer.cells ?? []).length > 10);
  assert.match(String(answer.total?.amount), /^[0-9]+\.[0-9]{2,}$/);
  const { data: goals } = await new CodeListsApi(configuration).getCodeList({ list: "sdgs", limit: "5" });
  assert.equal(goals.codes?.length, 5);
  await assert.rejects(
    cubes.aggregate({ cube: "expense", drilldown: "sdg.gaol" }),
    (refused: unknown) =>
      isAxiosError(refused) && refused.response?.status === 400 && refused.response.data.nearest[0] === "sdg.goal",
  );
  console.log("asked for totals and a code list, and was told what is wrong with a question");
}

main().catch((failure) => {
  console.error(failure);
  process.exit(1);
});

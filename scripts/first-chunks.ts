/** What everyone passes before a room or the administration is opened. */
const firstPages =
  /[\\/]client[\\/](?:app[\\/]main|features[\\/](?:identity[\\/](?:SignInPage|SessionGate)|home[\\/]HomePage))\.tsx$/;
const start = /[\\/]client[\\/]app[\\/]main\.tsx$/;
const packages = /[\\/]node_modules[\\/]/;
const own = /[\\/](?:client|models)[\\/]/;
const icons = /[\\/]lucide-react[\\/]/;

interface Graph {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

type NameOf = (id: string, graph: Graph) => string | null;

/**
 * Divides the web app. What the first pages need comes in two files: the packages, which seldom change, and our own code;
 * as some sixty small ones it would be larger. Icons of later pages are some 300 bytes each, and cost less together than a
 * request for every one. Everything else the bundler divides by page.
 */
export function chunkGroups(): { name: NameOf }[] {
  const isFirst = createIsFirst();
  return [
    { name: (id, graph) => (packages.test(id) && isFirst(id, graph) ? 'packages' : null) },
    {
      // What starts the app waits for its texts, which may not wait for it.
      name: (id, graph) => (own.test(id) && !start.test(id) && isFirst(id, graph) ? 'first' : null),
    },
    { name: (id) => (icons.test(id) ? 'later-icons' : null) },
  ];
}

/** Whether a first page imports a module, itself or through others. */
function createIsFirst() {
  const known = new Map<string, boolean>();
  const isFirst = (id: string, graph: Graph): boolean => {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    // Those that import each other in a circle are first only through someone outside of it.
    known.set(id, false);
    const importers = graph.getModuleInfo(id)?.importers ?? [];
    const result = firstPages.test(id) || importers.some((importer) => isFirst(importer, graph));
    known.set(id, result);
    return result;
  };
  return isFirst;
}

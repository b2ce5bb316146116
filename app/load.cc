// demarche load: graphs into a SPARQL store, so that doing it again, or after
// any interruption, leaves the same there.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/commands.h"
#include "app/messages.h"
#include "app/output.h"
#include "app/store_options.h"
#include "graphs/dataset.h"
#include "graphs/graph_file.h"
#include "graphs/graph_upload.h"
#include "graphs/named_graphs.h"
#include "graphs/statement_check.h"

namespace demarche {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  demarche load news.dataset --store http://localhost:7878/store\n"
    "  demarche load news.trig --store http://localhost:3030/ds/data\n"
    "  DEMARCHE_STORE_PASSWORD=… demarche load news.dataset --user dba \\\n"
    "      --store http://localhost:8890/sparql-graph-crud-auth\n\n"
    "Graphs of articles and claims replace what the store has in them; the\n"
    "links between articles and the default graph (or --graph) are joined\n"
    "with what is there. No other graph is touched. Running it again changes "
    "nothing.";

struct LoadOptions {
  std::vector<std::string> inputs;
  StoreArguments store;
  std::string graph;  ///< For what lies in no graph; empty: the default one.
  bool replaces_shared = false;
  bool resumes = false;
  bool dry_run = false;
};

/// A bar on a terminal, and only there.
class ProgressBar {
 public:
  void show(double share, std::size_t graphs) {
    constexpr int width = 40;
    if (!is_terminal_) return;
    const std::string done(static_cast<std::size_t>(share * width), '#');
    std::fprintf(stderr, "\r[%-*s] %3.0f %%  %zu graphs", width, done.c_str(),
                 share * 100, graphs);
    is_drawn_ = true;
  }
  /// Before anything else is printed.
  void clear() {
    if (is_drawn_) std::fputs("\r\033[K", stderr);
    is_drawn_ = false;
  }
  ~ProgressBar() { clear(); }

 private:
  bool is_terminal_ = isatty(STDERR_FILENO) == 1;
  bool is_drawn_ = false;
};

class Loader {
 public:
  explicit Loader(const LoadOptions& options) : options_(options) {
    if (!options.graph.empty()) graph_ = options.graph;
    StoreOptions store = store_options_of(options.store);
    if (options.dry_run) {
      const auto problem = find_url_problem(store.url);
      if (!problem.empty()) throw Error("the URL of the store " + problem);
      return;
    }
    client_.emplace(http_options_of(options.store));
    const auto tell = [this](const std::string& problem) {
      bar_.clear();
      print_error(problem);
    };
    store_.emplace(
        std::move(store),
        GraphStore::Surroundings{
            [this](const auto& each) { return client_->send(each); },
            [](auto time) { std::this_thread::sleep_for(time); }, tell});
  }

  ExitStatus load() {
    try {
      if (store_) store_->connect();
      load_inputs();
      check_what_was_taken();
    } catch (const Error&) {
      report();
      throw;
    }
    report();
    return status_;
  }

 private:
  void load_inputs() {
    for (inputs_done_ = 0; inputs_done_ < options_.inputs.size();
         ++inputs_done_) {
      const std::string& path = options_.inputs[inputs_done_];
      if (Dataset::is_dataset(path))
        load_dataset(path);
      else if (const auto statements =
                   read(path, [&] { return load_statements(path); }))
        send(uploads_of(*statements, options_.replaces_shared, graph_), 0, 1);
    }
  }

  /// A store that went away may have lost what it had taken.
  void check_what_was_taken() {
    constexpr int most = 3;
    for (int i = 0; i < most && store_ && store_->was_away(); ++i) {
      tell("the store was away meanwhile; looking through what it has");
      store_->forget_absence();
      is_looking_again_ = true;
      refused_ = 0;
      load_inputs();
    }
  }

  /// What `read` gives; nothing if it cannot be read.
  template <class Read>
  std::optional<std::vector<RdfStatement>> read(const std::string& path,
                                                const Read& read) {
    try {
      auto statements = read();
      if (statements.empty()) throw Error(path + ": has nothing in it");
      return statements;
    } catch (const Error& error) {
      tell(error.what());
      status_ = ExitStatus::input_error;
      return std::nullopt;
    }
  }

  /// Article by article, and none of its locks held while the store works.
  void load_dataset(const std::string& path) {
    Dataset dataset(path, Dataset::Opening::existing);
    const auto articles = dataset.articles();
    const auto count = static_cast<double>(articles.size()) + 1;
    std::vector<RdfStatement> derived = dataset.links();
    for (std::size_t i = 0; i < articles.size(); ++i) {
      auto statements =
          read(path, [&] { return dataset.quads_of(articles[i]); });
      if (!statements) continue;
      std::erase_if(*statements, [&](const RdfStatement& each) {
        const bool is_derived = each.graph == derived_graph;
        if (is_derived) derived.push_back(each);
        return is_derived;
      });
      send(uploads_of(*statements, false), static_cast<double>(i) / count,
           1 / count);
    }
    send(uploads_of(derived, options_.replaces_shared), 1 - 1 / count,
         1 / count);
  }

  /// The uploads are the part of the input from `begin` on that is so large.
  void send(const std::vector<GraphUpload>& uploads, double begin,
            double part) {
    const auto inputs = static_cast<double>(options_.inputs.size());
    for (std::size_t i = 0; i < uploads.size(); ++i) {
      const double share =
          static_cast<double>(i) / static_cast<double>(uploads.size());
      if (store_)
        bar_.show(
            (static_cast<double>(inputs_done_) + begin + part * share) / inputs,
            graphs_);
      send(uploads[i]);
    }
  }

  void send(const GraphUpload& upload) {
    if (options_.dry_run) return print(upload);
    try {
      const bool is_there =
          (options_.resumes || is_looking_again_) && store_->has(upload);
      if (!is_there) store_->send(upload);
      if (is_looking_again_) return;
      if (is_there) ++unchanged_;
      count(upload);
    } catch (const GraphRefused& problem) {
      tell(problem.what());
      status_ = ExitStatus::input_error;
      ++refused_;
    }
  }

  void count(const GraphUpload& upload) {
    ++graphs_;
    triples_ += upload.triples.size();
  }

  void print(const GraphUpload& upload) {
    output_.write(std::string(upload.replaces ? "replace" : "join") + "\t" +
                  upload.graph.value_or("default") + "\t" +
                  std::to_string(upload.triples.size()) + "\n");
    count(upload);
  }

  void tell(const std::string& message) {
    bar_.clear();
    print_error(message);
  }

  void report() {
    if (options_.dry_run) output_.finish();
    std::string line = std::to_string(graphs_) + " graphs, " +
                       std::to_string(triples_) + " triples";
    if (!store_) return tell(line + " would be sent");
    line += " are there";
    if (unchanged_ > 0)
      line += "; " + std::to_string(unchanged_) + " graphs were before";
    tell(line + "; " + std::to_string(store_->retries()) + " retries; " +
         std::to_string(refused_) + " graphs refused");
  }

  const LoadOptions& options_;
  std::optional<std::string> graph_;  ///< For what lies in none.
  Output output_{""};
  ProgressBar bar_;
  std::optional<HttpClient> client_;
  std::optional<GraphStore> store_;  ///< None: nothing is sent.
  bool is_looking_again_ = false;
  std::size_t inputs_done_ = 0;
  std::size_t graphs_ = 0;
  std::size_t triples_ = 0;
  std::size_t unchanged_ = 0;
  std::size_t refused_ = 0;
  ExitStatus status_ = ExitStatus::done;
};

ExitStatus load(const LoadOptions& options) {
  if (!options.graph.empty() && !is_iri(options.graph))
    throw Error("--graph: no IRI: '" + options.graph + "'");
  if (options.replaces_shared && options.inputs.size() > 1)
    throw Error("--replace-shared: only one input can replace what is shared");
  return Loader(options).load();
}

}  // namespace

void add_load_command(CLI::App& program, ExitStatus& status) {
  CLI::App& command = *program.add_subcommand(
      "load", "Put datasets and written graphs into a SPARQL store");
  auto options = std::make_shared<LoadOptions>();
  command
      .add_option("INPUT", options->inputs,
                  "Datasets; graphs in Turtle, TriG, N-Triples or N-Quads")
      ->required();
  add_store_options(command, options->store);
  command.add_option("--graph", options->graph,
                     "IRI of the graph for what lies in none; otherwise the "
                     "store's default graph");
  command.add_flag("--replace-shared", options->replaces_shared,
                   "Replace the links between articles and the default graph "
                   "(or --graph), too, by those of the input");
  command.add_flag("--resume", options->resumes,
                   "Ask for each graph first, and send only what is missing or "
                   "different");
  command.add_flag("--dry-run", options->dry_run,
                   "Print which graphs would be sent, and send nothing");
  command.footer(examples);
  command.callback([options, &status] { status = load(*options); });
}

}  // namespace demarche

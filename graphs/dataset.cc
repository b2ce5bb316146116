#include "graphs/dataset.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "graphs/article_quads.h"
#include "graphs/derived_links.h"
#include "graphs/graph_file.h"
#include "graphs/merge_lines.h"
#include "graphs/named_graphs.h"
#include "graphs/nquads.h"
#include "ontology/error.h"
#include "ontology/ontology_loader.h"
#include "ontology/sha256.h"
#include "ontology/sort_unique.h"
#include "ontology/vocabulary.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

constexpr const char* schema = R"(
CREATE TABLE IF NOT EXISTS article (
  id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, file TEXT NOT NULL,
  statements INTEGER NOT NULL, text_digest TEXT NOT NULL,
  published TEXT NOT NULL, shingles INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS event (
  key TEXT NOT NULL, day INTEGER NOT NULL, stated INTEGER NOT NULL,
  iri TEXT NOT NULL, places TEXT NOT NULL, article INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS article_file ON article (file);
CREATE INDEX IF NOT EXISTS event_key ON event (key, day);
CREATE INDEX IF NOT EXISTS event_article ON event (article);
CREATE TABLE IF NOT EXISTS shingle (
  hash INTEGER NOT NULL, article INTEGER NOT NULL,
  PRIMARY KEY (hash, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shingle_article ON shingle (article);
CREATE TABLE IF NOT EXISTS link (
  a INTEGER NOT NULL, b INTEGER NOT NULL, lines TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS link_a ON link (a);
CREATE INDEX IF NOT EXISTS link_b ON link (b);
)";

std::string index_of(const std::string& folder) {
  return folder + "/index.sqlite";
}

/// Makes the folders if they are not there.
const std::string& prepared(const std::string& folder,
                            Dataset::Opening opening) {
  if (opening == Dataset::Opening::existing) {
    if (!Dataset::is_dataset(folder))
      throw Error(folder + ": is no dataset of demarche");
    return folder;
  }
  std::error_code error;
  const bool is_other = fs::exists(folder, error) &&
                        !Dataset::is_dataset(folder) &&
                        !fs::is_empty(folder, error);
  if (is_other && !fs::exists(folder + "/articles", error))
    throw Error(folder + ": is neither empty nor a dataset of demarche");
  fs::create_directories(folder + "/articles", error);
  if (error) throw Error(folder + ": " + error.message());
  return folder;
}

[[noreturn]] void fail(const std::string& path) {
  throw Error(path + ": cannot be written: " + std::strerror(errno));
}

/// Whether the folder's entries are on the disk matters after a power failure.
void sync_folder(const std::string& path) {
  const int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY);
  if (folder < 0) return;
  fsync(folder);
  close(folder);
}

std::vector<RdfStatement> load_by_graph(const std::string& path) {
  auto quads = load_statements(path);
  std::stable_sort(
      quads.begin(), quads.end(),
      [](const auto& a, const auto& b) { return a.graph < b.graph; });
  return quads;
}

/// Links between entities are the article's own; here they get their reasons.
std::vector<RdfStatement> with_reasons(const std::vector<RdfStatement>& quads) {
  auto all = quads;
  for (const auto& quad : quads) {
    if (quad.predicate != vocabulary::dm::same_entity_as) continue;
    const auto added = statements_of(
        {quad.subject, vocabulary::dm::same_entity_as, quad.object.text, 0.9,
         "same full name, country and sector"});
    all.insert(all.end(), added.begin(), added.end());
  }
  return all;
}

}  // namespace

/// An article's row in the index.
struct Dataset::Stored {
  std::int64_t id = 0;
  std::string iri;
  std::string file;
  std::int64_t statements = 0;
};

bool Dataset::is_dataset(const std::string& path) {
  std::error_code error;
  return fs::exists(index_of(path), error);
}

Dataset::Dataset(const std::string& folder, Opening opening)
    : folder_(prepared(folder, opening)),
      synced_(opening != Opening::create_unsynced),
      database_(index_of(folder), opening != Opening::existing) {
  if (!synced_)
    database_.run("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
  if (Query(database_, "SELECT 1 FROM sqlite_master WHERE name = 'link'")
          .next())
    return;
  Transaction transaction(database_, "BEGIN IMMEDIATE");
  database_.run(schema);
  transaction.commit();
}

std::string Dataset::path_of(std::string_view file) const {
  return folder_ + "/articles/" + std::string(file);
}

/// Under another name first, so that a file is there whole or not at all.
void Dataset::write_file(const std::string& file,
                         std::string_view bytes) const {
  const auto path = path_of(file);
  std::string temporary = path_of("." + file + ".XXXXXX");
  const int descriptor = mkstemp(temporary.data());
  if (descriptor < 0) fail(path);
  bool good = fchmod(descriptor, 0644) == 0;
  for (auto rest = bytes; good && !rest.empty();) {
    const auto written = ::write(descriptor, rest.data(), rest.size());
    good = written > 0;
    if (good) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  if (good && synced_) good = fsync(descriptor) == 0;
  good = close(descriptor) == 0 && good;
  if (!good || std::rename(temporary.c_str(), path.c_str()) != 0) {
    unlink(temporary.c_str());
    fail(path);
  }
  if (synced_) sync_folder(folder_ + "/articles");
}

void Dataset::remove(std::int64_t id) {
  for (const char* sql :
       {"DELETE FROM article WHERE id = ?",
        "DELETE FROM event WHERE article = ?",
        "DELETE FROM shingle WHERE article = ?", "DELETE FROM link WHERE a = ?",
        "DELETE FROM link WHERE b = ?"})
    Query(database_, sql).with(id).run();
}

/// Unless the same article has been added again in the meantime.
void Dataset::remove_file(const std::string& file) {
  Transaction transaction(database_, "BEGIN IMMEDIATE");
  if (!Query(database_, "SELECT 1 FROM article WHERE file = ?")
           .with(file)
           .next())
    unlink(path_of(file).c_str());
  transaction.commit();
}

void Dataset::link_event(std::int64_t id, const EventFeatures& event) {
  Query others(database_,
               "SELECT iri, day, stated, places, article FROM event "
               "WHERE key = ? AND day BETWEEN ? AND ? AND article <> ?");
  Query adding(database_, "INSERT INTO link VALUES (?, ?, ?)");
  others.with(event.key, event.day - 1, event.day + 1, id);
  while (others.next()) {
    const EventFeatures other{others.text(0), event.key, others.number(1),
                              others.number(2) != 0, others.text(3)};
    if (const auto link = link_events(event, other))
      adding.with(id, others.number(4), print_sorted(statements_of(*link)))
          .run();
  }
}

void Dataset::link(std::int64_t id, const ArticleFeatures& features) {
  for (const auto& event : features.events) link_event(id, event);
  const SampledArticle this_one{features.iri, features.published,
                                features.shingles.size()};
  std::map<std::int64_t, std::size_t> common;  // By article.
  Query holders(database_, "SELECT article FROM shingle WHERE hash = ?");
  for (const auto hash : features.shingles)
    for (holders.with(hash); holders.next();) ++common[holders.number(0)];
  Query article(database_,
                "SELECT iri, published, shingles FROM article WHERE id = ?");
  Query adding(database_, "INSERT INTO link VALUES (?, ?, ?)");
  for (const auto& [other, count] : common) {
    if (other == id || !article.with(other).next()) continue;
    const SampledArticle sampled{article.text(0), article.text(1),
                                 static_cast<std::size_t>(article.number(2))};
    if (const auto link = link_copies(this_one, sampled, count))
      adding.with(id, other, print_sorted(statements_of(*link))).run();
  }
}

void Dataset::insert(const Stored& stored, const ArticleFeatures& features) {
  Query(database_,
        "INSERT INTO article (iri, file, statements, text_digest, published, "
        "shingles) VALUES (?, ?, ?, ?, ?, ?)")
      .with(stored.iri, stored.file, stored.statements, features.text_digest,
            features.published,
            static_cast<std::int64_t>(features.shingles.size()))
      .run();
  const std::int64_t id = sqlite3_last_insert_rowid(database_.handle());
  link(id, features);
  Query event(database_, "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)");
  for (const auto& each : features.events)
    event
        .with(each.key, each.day, std::int64_t{each.is_stated}, each.iri,
              each.places, id)
        .run();
  Query shingle(database_, "INSERT INTO shingle VALUES (?, ?)");
  for (const auto hash : features.shingles) shingle.with(hash, id).run();
}

Dataset::Added Dataset::add(const std::string& article,
                            const std::vector<RdfStatement>& quads,
                            Choice choice) {
  const auto bytes = print_sorted(with_reasons(quads));
  auto features = features_of(article, quads);
  const Stored stored{0, article,
                      hexadecimal(sha256(bytes)).substr(0, 32) + ".nq",
                      std::count(bytes.begin(), bytes.end(), '\n')};
  Transaction transaction(database_, "BEGIN IMMEDIATE");
  Query known(database_,
              "SELECT id, file, statements, text_digest FROM article "
              "WHERE iri = ?");
  std::string old_file;
  if (known.with(article).next()) {
    old_file = known.text(1);
    if (old_file == stored.file) return Added::same;
    // The view of facts has no text; which it was read from is still known.
    if (features.text_digest.empty()) features.text_digest = known.text(3);
    if (!known.text(3).empty() && known.text(3) != features.text_digest)
      throw TextConflict(folder_ + ": has <" + article + "> with another text");
    if (choice == Choice::either &&
        std::pair(known.number(2), old_file) >
            std::pair(stored.statements, stored.file))
      return Added::kept;
    remove(known.number(0));
  }
  write_file(stored.file, bytes);
  insert(stored, features);
  known.with();
  transaction.commit();
  if (old_file.empty()) return Added::added;
  remove_file(old_file);
  return Added::replaced;
}

bool Dataset::retract(const std::string& article) {
  Transaction transaction(database_, "BEGIN IMMEDIATE");
  std::string file;
  {
    Query known(database_, "SELECT id, file FROM article WHERE iri = ?");
    if (!known.with(article).next()) return false;
    file = known.text(1);
    remove(known.number(0));
  }
  transaction.commit();
  remove_file(file);
  return true;
}

std::vector<std::string> Dataset::articles() const {
  std::vector<std::string> iris;
  Query each(database_, "SELECT iri FROM article ORDER BY iri");
  while (each.next()) iris.push_back(each.text(0));
  return iris;
}

std::vector<std::string> Dataset::files() const {
  std::vector<std::string> files;
  Query each(database_, "SELECT file FROM article ORDER BY iri");
  while (each.next()) files.push_back(each.text(0));
  return files;
}

std::string Dataset::link_lines() const {
  std::vector<std::string> lines;
  Query each(database_, "SELECT lines FROM link");
  while (each.next()) {
    const auto text = each.text(0);
    for (std::string_view rest = text; !rest.empty();)
      lines.emplace_back(take_line(rest));
  }
  std::sort(lines.begin(), lines.end());
  std::string sorted;
  for (const auto& line : lines) sorted += line;
  return sorted;
}

void Dataset::for_each_line(const std::function<void(std::string_view)>& take) {
  Transaction reading(database_, "BEGIN");
  auto paths = files();
  for (auto& path : paths) path = path_of(path);
  merge_lines(paths, link_lines(), take);
}

std::vector<RdfStatement> Dataset::quads_of(const std::string& article) {
  Transaction reading(database_, "BEGIN");
  Query known(database_, "SELECT file FROM article WHERE iri = ?");
  if (!known.with(article).next()) return {};
  return load_by_graph(path_of(known.text(0)));
}

std::vector<RdfStatement> Dataset::links() const {
  return read_statements(folder_, link_lines(), RdfSyntax::nquads);
}

void Dataset::for_each_article(
    const std::function<void(const std::string& article,
                             const std::vector<RdfStatement>&)>& take) {
  Transaction reading(database_, "BEGIN");
  std::vector<RdfStatement> derived = links();
  const auto iris = articles();
  const auto names = files();
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::vector<RdfStatement> own;
    for (auto& quad : load_by_graph(path_of(names[i])))
      (quad.graph == derived_graph ? derived : own).push_back(std::move(quad));
    take(iris[i], own);
  }
  sort_unique(derived);
  if (!derived.empty()) take("", derived);
}

std::vector<RdfStatement> load_graph(const std::string& path) {
  if (!Dataset::is_dataset(path)) return load_statements(path);
  std::vector<RdfStatement> all;
  Dataset(path, Dataset::Opening::existing)
      .for_each_article(
          [&](const std::string&, const std::vector<RdfStatement>& quads) {
            all.insert(all.end(), quads.begin(), quads.end());
          });
  return all;
}

std::vector<std::pair<std::string, std::vector<RdfStatement>>> split_articles(
    const std::vector<RdfStatement>& quads) {
  std::map<std::string_view, std::vector<RdfStatement>> articles;
  for (const auto& quad : quads)
    if (quad.graph && quad.graph != derived_graph)
      articles[article_of(*quad.graph)].push_back(quad);
  for (const auto& quad : quads) {
    const auto article = articles.find(article_of(quad.subject));
    if (quad.graph == derived_graph && article != articles.end() &&
        quad.predicate == vocabulary::dm::same_entity_as)
      article->second.push_back(quad);
  }
  std::vector<std::pair<std::string, std::vector<RdfStatement>>> split;
  for (auto& [iri, statements] : articles)
    split.emplace_back(iri, std::move(statements));
  return split;
}

}  // namespace demarche

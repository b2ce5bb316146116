#include "graphs/compare_html.h"

#include <string_view>

#include "graphs/compare_words.h"

namespace demarche {
namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Accounts compared</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.45 sans-serif; margin: 2em auto; max-width: 80em;
       padding: 0 1em; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { border-top: 1px solid #8888; padding: .4em .8em .6em 0;
         text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th.claim { font-weight: normal; padding-bottom: 0; border-top-width: 2px; }
tr.claim td { border-top: none; }
mark { background: #fd68; color: inherit; }
.voice { color: #777; }
.contrast { color: #c33; font-weight: bold; }
.reason { color: #777; font-size: smaller; }
</style>
</head>
<body>
<h1>Accounts compared</h1>
)";

class HtmlWriter {
 public:
  HtmlWriter(const Comparison& comparison, std::span<const Extraction> articles,
             const Ontology& ontology)
      : comparison_(comparison), articles_(articles), ontology_(ontology) {}

  std::string write() {
    html_ = head;
    begin_table("Told by several", comparison_.shared.size());
    for (const auto& shared : comparison_.shared)
      row("", summary(shared.claims.front()), shared.reason, shared.claims);
    end_table();
    begin_table("Contradicted", comparison_.contradictions.size());
    for (const auto& found : comparison_.contradictions)
      row(name_of(found.match.contrast),
          summary(found.first) + " / " + summary(found.second),
          found.match.reason, {found.first, found.second});
    end_table();
    write_only();
    return html_ + "</body>\n</html>\n";
  }

 private:
  std::string summary(std::uint32_t claim) const {
    return summary_of(comparison_.claims[claim], ontology_);
  }

  void begin_table(std::string_view title, std::size_t count) {
    html_.append("<h2>").append(title).append(" (");
    html_ += std::to_string(count) + ")</h2>\n<table>\n<tr>";
    for (const Side& side : comparison_.sides)
      html_ += "<th>" + escape_html(side.name) + "</th>";
    html_ += "</tr>\n";
  }

  void end_table() { html_ += "</table>\n"; }

  std::string cell(std::uint32_t claim) const {
    const auto& compared = comparison_.claims[claim];
    const auto sentence = marked_sentence(compared, articles_);
    const auto voice = voice_of(compared);
    std::string text = "<p>";
    if (!voice.empty())
      text += "<span class=\"voice\">" + escape_html(voice) + "</span><br>";
    return text + escape_html(sentence.before) + "<mark>" +
           escape_html(sentence.words) + "</mark>" +
           escape_html(sentence.after) + "</p>";
  }

  void cells(const std::vector<std::uint32_t>& claims) {
    html_ += "<tr class=\"claim\">";
    for (std::uint32_t side = 0; side < comparison_.sides.size(); ++side) {
      html_ += "<td>";
      for (const auto claim : claims)
        if (comparison_.claims[claim].side == side) html_ += cell(claim);
      html_ += "</td>";
    }
    html_ += "</tr>\n";
  }

  void row(std::string_view contrast, std::string_view words,
           std::string_view reason, const std::vector<std::uint32_t>& claims) {
    html_ += "<tr><th class=\"claim\" colspan=\"" +
             std::to_string(comparison_.sides.size()) + "\">";
    if (!contrast.empty())
      html_ += "<span class=\"contrast\">" + escape_html(contrast) + "</span> ";
    html_ += escape_html(words) + " <span class=\"reason\">" +
             escape_html(reason) + "</span></th></tr>\n";
    cells(claims);
  }

  void write_only() {
    std::size_t count = 0;
    for (const auto& claims : comparison_.only) count += claims.size();
    begin_table("Told by one", count);
    std::vector<std::uint32_t> all;
    for (const auto& claims : comparison_.only)
      all.insert(all.end(), claims.begin(), claims.end());
    cells(all);
    html_ += "<tr>";
    for (const auto more : comparison_.unlisted)
      html_ += more == 0 ? "<td></td>"
                         : "<td class=\"reason\">and " + std::to_string(more) +
                               " not listed</td>";
    html_ += "</tr>\n";
    end_table();
  }

  const Comparison& comparison_;
  std::span<const Extraction> articles_;
  const Ontology& ontology_;
  std::string html_;
};

}  // namespace

std::string escape_html(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string to_html(const Comparison& comparison,
                    std::span<const Extraction> articles,
                    const Ontology& ontology) {
  return HtmlWriter(comparison, articles, ontology).write();
}

}  // namespace demarche

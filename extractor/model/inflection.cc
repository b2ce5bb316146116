#include "extractor/model/inflection.h"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche {
namespace {

using Irregular = std::pair<std::string_view, std::string_view>;

// Past forms and participles in order, each with its base form; those that are
// base forms too ("put", "run", "lay") are left out.
constexpr std::array<Irregular, 199> forms = {{
    {"arisen", "arise"},     {"arose", "arise"},      {"ate", "eat"},
    {"awoke", "awake"},      {"awoken", "awake"},     {"bade", "bid"},
    {"beaten", "beat"},      {"became", "become"},    {"befallen", "befall"},
    {"befell", "befall"},    {"began", "begin"},      {"begot", "beget"},
    {"begotten", "beget"},   {"begun", "begin"},      {"beheld", "behold"},
    {"bent", "bend"},        {"besought", "beseech"}, {"bidden", "bid"},
    {"bit", "bite"},         {"bitten", "bite"},      {"bled", "bleed"},
    {"blew", "blow"},        {"blown", "blow"},       {"bore", "bear"},
    {"born", "bear"},        {"borne", "bear"},       {"bought", "buy"},
    {"bound", "bind"},       {"bred", "breed"},       {"broke", "break"},
    {"broken", "break"},     {"brought", "bring"},    {"built", "build"},
    {"burnt", "burn"},       {"came", "come"},        {"caught", "catch"},
    {"chose", "choose"},     {"chosen", "choose"},    {"clung", "cling"},
    {"crept", "creep"},      {"dealt", "deal"},       {"did", "do"},
    {"done", "do"},          {"drank", "drink"},      {"drawn", "draw"},
    {"dreamt", "dream"},     {"drew", "draw"},        {"driven", "drive"},
    {"drove", "drive"},      {"drunk", "drink"},      {"dug", "dig"},
    {"dwelt", "dwell"},      {"eaten", "eat"},        {"fallen", "fall"},
    {"fed", "feed"},         {"fell", "fall"},        {"felt", "feel"},
    {"fled", "flee"},        {"flew", "fly"},         {"flown", "fly"},
    {"flung", "fling"},      {"forbade", "forbid"},   {"forbidden", "forbid"},
    {"forgave", "forgive"},  {"forgiven", "forgive"}, {"forgot", "forget"},
    {"forgotten", "forget"}, {"forsaken", "forsake"}, {"forsook", "forsake"},
    {"fought", "fight"},     {"found", "find"},       {"froze", "freeze"},
    {"frozen", "freeze"},    {"gave", "give"},        {"given", "give"},
    {"gone", "go"},          {"got", "get"},          {"gotten", "get"},
    {"grew", "grow"},        {"ground", "grind"},     {"grown", "grow"},
    {"had", "have"},         {"heard", "hear"},       {"held", "hold"},
    {"hid", "hide"},         {"hidden", "hide"},      {"hung", "hang"},
    {"kept", "keep"},        {"knelt", "kneel"},      {"knew", "know"},
    {"known", "know"},       {"laid", "lay"},         {"lain", "lie"},
    {"leant", "lean"},       {"leapt", "leap"},       {"learnt", "learn"},
    {"led", "lead"},         {"left", "leave"},       {"lent", "lend"},
    {"lit", "light"},        {"lost", "lose"},        {"made", "make"},
    {"meant", "mean"},       {"met", "meet"},         {"mown", "mow"},
    {"paid", "pay"},         {"pled", "plead"},       {"proven", "prove"},
    {"ran", "run"},          {"rang", "ring"},        {"rent", "rend"},
    {"ridden", "ride"},      {"risen", "rise"},       {"rode", "ride"},
    {"rose", "rise"},        {"rung", "ring"},        {"said", "say"},
    {"sang", "sing"},        {"sank", "sink"},        {"sat", "sit"},
    {"saw", "see"},          {"seen", "see"},         {"sent", "send"},
    {"sewn", "sew"},         {"shaken", "shake"},     {"shone", "shine"},
    {"shook", "shake"},      {"shorn", "shear"},      {"shot", "shoot"},
    {"shown", "show"},       {"shrank", "shrink"},    {"shrunk", "shrink"},
    {"slain", "slay"},       {"slept", "sleep"},      {"slew", "slay"},
    {"slid", "slide"},       {"slung", "sling"},      {"smitten", "smite"},
    {"smote", "smite"},      {"sold", "sell"},        {"sought", "seek"},
    {"sown", "sow"},         {"spat", "spit"},        {"sped", "speed"},
    {"spelt", "spell"},      {"spent", "spend"},      {"spilt", "spill"},
    {"spoilt", "spoil"},     {"spoke", "speak"},      {"spoken", "speak"},
    {"sprang", "spring"},    {"sprung", "spring"},    {"spun", "spin"},
    {"stank", "stink"},      {"stole", "steal"},      {"stolen", "steal"},
    {"stood", "stand"},      {"stricken", "strike"},  {"striven", "strive"},
    {"strode", "stride"},    {"strove", "strive"},    {"struck", "strike"},
    {"strung", "string"},    {"stuck", "stick"},      {"stung", "sting"},
    {"stunk", "stink"},      {"sung", "sing"},        {"sunk", "sink"},
    {"swam", "swim"},        {"swept", "sweep"},      {"swollen", "swell"},
    {"swore", "swear"},      {"sworn", "swear"},      {"swum", "swim"},
    {"swung", "swing"},      {"taken", "take"},       {"taught", "teach"},
    {"thought", "think"},    {"threw", "throw"},      {"thrown", "throw"},
    {"told", "tell"},        {"took", "take"},        {"tore", "tear"},
    {"torn", "tear"},        {"trod", "tread"},       {"trodden", "tread"},
    {"went", "go"},          {"wept", "weep"},        {"woke", "wake"},
    {"woken", "wake"},       {"won", "win"},          {"wore", "wear"},
    {"worn", "wear"},        {"wound", "wind"},       {"wove", "weave"},
    {"woven", "weave"},      {"written", "write"},    {"wrote", "write"},
    {"wrung", "wring"},
}};

constexpr std::array<std::string_view, 9> prefixes = {
    "with", "over", "under", "fore", "out", "mis", "up", "re", "un"};

std::string_view base_of(std::string_view form) {
  const auto found = std::lower_bound(
      forms.begin(), forms.end(), form,
      [](const Irregular& a, std::string_view b) { return a.first < b; });
  return found != forms.end() && found->first == form ? found->second
                                                      : std::string_view();
}

}  // namespace

std::string irregular_base(std::string_view form) {
  if (const auto base = base_of(form); !base.empty()) return std::string(base);
  for (const std::string_view prefix : prefixes) {
    if (!form.starts_with(prefix)) continue;
    const auto base = base_of(form.substr(prefix.size()));
    if (!base.empty()) return std::string(prefix) + std::string(base);
  }
  return "";
}

std::vector<std::string> regular_bases(std::string_view form) {
  std::vector<std::string> bases;
  const auto add = [&](std::string_view ending, std::string_view instead) {
    if (form.ends_with(ending) && form.size() > ending.size() + 1)
      bases.push_back(std::string(form.substr(0, form.size() - ending.size())) +
                      std::string(instead));
  };
  for (const std::string_view ending : {"ies", "ied"}) add(ending, "y");
  for (const std::string_view ending : {"es", "ed", "ing"}) add(ending, "");
  for (const std::string_view ending : {"s", "d"}) add(ending, "");
  add("ing", "e");
  for (const std::string_view ending : {"ed", "ing"})
    if (form.ends_with(ending) && form.size() > ending.size() + 3) {
      const auto stem = form.substr(0, form.size() - ending.size());
      if (stem.back() == stem[stem.size() - 2])  // "stopped"
        bases.emplace_back(stem.substr(0, stem.size() - 1));
    }
  return bases;
}

}  // namespace demarche

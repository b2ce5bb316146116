#ifndef DEMARCHE_ONTOLOGY_VOCABULARY_H_
#define DEMARCHE_ONTOLOGY_VOCABULARY_H_

#include <string_view>

// IRIs as constants.  `vocabulary_test` compares those of our own namespace
// with demarche.ttl, which defines them; an X macro lists them so that the test
// and the program cannot disagree about which there are.

namespace demarche::vocabulary {

inline constexpr std::string_view ontology_namespace =
    "https://w3id.org/demarche/ontology#";
inline constexpr std::string_view entity_namespace =
    "https://w3id.org/demarche/entity/";
inline constexpr std::string_view lexicon_namespace =
    "https://w3id.org/demarche/lexicon/";
inline constexpr std::string_view preposition_namespace =
    "https://w3id.org/demarche/preposition#";
inline constexpr std::string_view article_namespace =
    "https://w3id.org/demarche/article/";

inline constexpr std::string_view match_namespace =
    "https://w3id.org/demarche/match/";

/// Terms of demarche.ttl: constant and local name.
#define DEMARCHE_TERMS(TERM)                        \
  /* Classes of the output and of the ontology. */  \
  TERM(event, "Event")                              \
  TERM(statement, "Statement")                      \
  TERM(entity, "Entity")                            \
  TERM(actor, "Actor")                              \
  TERM(claim, "Claim")                              \
  TERM(attribution, "Attribution")                  \
  TERM(digest, "Digest")                            \
  TERM(fact_section, "FactSection")                 \
  TERM(source_section, "SourceSection")             \
  TERM(narrative, "Narrative")                      \
  TERM(quantity, "Quantity")                        \
  TERM(time_expression, "TimeExpression")           \
  TERM(frame, "Frame")                              \
  TERM(standing, "Standing")                        \
  TERM(factuality_value, "Factuality")              \
  TERM(role_property, "RoleProperty")               \
  TERM(direct_relation_class, "DirectRelation")     \
  TERM(standing_relation_class, "StandingRelation") \
  TERM(tenure, "Tenure")                            \
  /* Claims. */                                     \
  TERM(claims, "claims")                            \
  TERM(claimer, "claimer")                          \
  TERM(attribution_depth, "attributionDepth")       \
  TERM(within_claim, "withinClaim")                 \
  TERM(unnamed_source, "unnamed_source")            \
  TERM(attributed_by, "attributedBy")               \
  TERM(cue, "cue")                                  \
  TERM(attributed_content, "attributedContent")     \
  TERM(supports_claim, "supportsClaim")             \
  TERM(refutes_claim, "refutesClaim")               \
  TERM(claim_match, "ClaimMatch")                   \
  TERM(match_score, "matchScore")                   \
  TERM(reason, "reason")                            \
  /* Factuality. */                                 \
  TERM(factuality, "factuality")                    \
  TERM(certain_positive, "certain_positive")        \
  TERM(probable_positive, "probable_positive")      \
  TERM(possible_positive, "possible_positive")      \
  TERM(certain_negative, "certain_negative")        \
  TERM(probable_negative, "probable_negative")      \
  TERM(possible_negative, "possible_negative")      \
  TERM(unknown, "unknown")                          \
  /* Narratives. */                                 \
  TERM(stance, "stance")                            \
  TERM(pro, "pro")                                  \
  TERM(anti, "anti")                                \
  TERM(other, "other")                              \
  TERM(about, "about")                              \
  TERM(provider, "provider")                        \
  TERM(body, "body")                                \
  TERM(in_section, "inSection")                     \
  TERM(in_narrative, "inNarrative")                 \
  TERM(counter_narrative, "counterNarrative")       \
  TERM(passage_kind, "passageKind")                 \
  TERM(cited_source, "citedSource")                 \
  /* Events. */                                     \
  TERM(plover_category, "ploverCategory")           \
  TERM(plover_mode, "ploverMode")                   \
  TERM(score, "score")                              \
  TERM(roleset, "roleset")                          \
  TERM(is_future, "isFuture")                       \
  TERM(event_time, "eventTime")                     \
  TERM(event_place, "eventPlace")                   \
  TERM(has_quantity, "hasQuantity")                 \
  TERM(role_evidence, "roleEvidence")               \
  TERM(published_on, "publishedOn")                 \
  /* PropBank roles of untyped frames. */           \
  TERM(arg0, "arg0")                                \
  TERM(arg1, "arg1")                                \
  TERM(arg2, "arg2")                                \
  TERM(arg3, "arg3")                                \
  TERM(arg4, "arg4")                                \
  TERM(arg5, "arg5")                                \
  TERM(argument, "argument")                        \
  TERM(argument_label, "argumentLabel")             \
  /* Entities. */                                   \
  TERM(matched_label, "matchedLabel")               \
  TERM(actor_code, "actorCode")                     \
  TERM(sector, "sector")                            \
  TERM(acts_for, "actsFor")                         \
  TERM(on_behalf_of, "onBehalfOf")                  \
  TERM(same_entity_as, "sameEntityAs")              \
  TERM(mentioned_by, "mentionedBy")                 \
  /* Links between articles. */                     \
  TERM(link, "Link")                                \
  TERM(same_event_as, "sameEventAs")                \
  TERM(near_copy_of, "nearCopyOf")                  \
  TERM(confidence, "confidence")                    \
  TERM(office, "office")                            \
  TERM(since, "since")                              \
  TERM(until, "until")                              \
  /* Holidays. */                                   \
  TERM(holiday, "Holiday")                          \
  TERM(month_day, "monthDay")                       \
  TERM(first_weekday, "firstWeekday")               \
  TERM(days_after_easter, "daysAfterEaster")        \
  /* Times and quantities. */                       \
  TERM(edtf, "edtf")                                \
  TERM(time_of_day, "timeOfDay")                    \
  TERM(recurs_every, "recursEvery")                 \
  TERM(value, "value")                              \
  TERM(unit, "unit")                                \
  TERM(bound, "bound")                              \
  TERM(exact, "exact")                              \
  TERM(approximate, "approximate")                  \
  TERM(at_least, "at_least")                        \
  TERM(at_most, "at_most")                          \
  /* Provenance. */                                 \
  TERM(model_digest, "modelDigest")                 \
  TERM(ontology_digest, "ontologyDigest")           \
  /* How the ontology is written. */                \
  TERM(has_role, "hasRole")                         \
  TERM(direct_relation, "directRelation")           \
  TERM(planned_as, "plannedAs")                     \
  TERM(refused_as, "refusedAs")                     \
  TERM(referred_to_as, "referredToAs")              \
  TERM(opposite_of, "oppositeOf")                   \
  TERM(side, "side")                                \
  TERM(means, "means")                              \
  TERM(reciprocal, "reciprocal")                    \
  TERM(has_mode, "mode")                            \
  TERM(lemma, "lemma")                              \
  TERM(part_of_speech, "partOfSpeech")              \
  TERM(evokes, "evokes")                            \
  TERM(light, "light")                              \
  TERM(attitude, "attitude")                        \
  TERM(undergoes, "undergoes")                      \
  TERM(initiates, "initiates")                      \
  TERM(has_effect, "effect")                        \
  TERM(clausal, "clausal")                          \
  TERM(denotes, "denotes")                          \
  TERM(office_of, "officeOf")                       \
  TERM(relation, "relation")                        \
  TERM(acts_for_state, "actsForState")              \
  TERM(adjective, "adjective")                      \
  TERM(people, "people")                            \
  TERM(country, "country")                          \
  TERM(metonym_of, "metonymOf")                     \
  TERM(holder, "holder")                            \
  TERM(of, "of")

/// https://w3id.org/demarche/ontology#
namespace dm {
#define DEMARCHE_TERM(name, local)         \
  inline constexpr std::string_view name = \
      "https://w3id.org/demarche/ontology#" local;
DEMARCHE_TERMS(DEMARCHE_TERM)
#undef DEMARCHE_TERM
}  // namespace dm

/// RDF, http://www.w3.org/1999/02/22-rdf-syntax-ns#
namespace rdf {
inline constexpr std::string_view type =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view statement =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
inline constexpr std::string_view subject =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr std::string_view predicate =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr std::string_view object =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
inline constexpr std::string_view value =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";
}  // namespace rdf

/// RDF Schema, http://www.w3.org/2000/01/rdf-schema#
namespace rdfs {
inline constexpr std::string_view class_ =
    "http://www.w3.org/2000/01/rdf-schema#Class";
inline constexpr std::string_view label =
    "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view sub_class_of =
    "http://www.w3.org/2000/01/rdf-schema#subClassOf";
inline constexpr std::string_view domain =
    "http://www.w3.org/2000/01/rdf-schema#domain";
inline constexpr std::string_view range =
    "http://www.w3.org/2000/01/rdf-schema#range";
}  // namespace rdfs

/// XML Schema datatypes, http://www.w3.org/2001/XMLSchema#
namespace xsd {
inline constexpr std::string_view string =
    "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view boolean =
    "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view integer =
    "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view non_negative_integer =
    "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
inline constexpr std::string_view decimal =
    "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view date =
    "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view date_time =
    "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr std::string_view time =
    "http://www.w3.org/2001/XMLSchema#time";
inline constexpr std::string_view g_year =
    "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr std::string_view g_year_month =
    "http://www.w3.org/2001/XMLSchema#gYearMonth";
inline constexpr std::string_view duration =
    "http://www.w3.org/2001/XMLSchema#duration";
}  // namespace xsd

/// SKOS, http://www.w3.org/2004/02/skos/core#
namespace skos {
inline constexpr std::string_view concept_ =
    "http://www.w3.org/2004/02/skos/core#Concept";
inline constexpr std::string_view pref_label =
    "http://www.w3.org/2004/02/skos/core#prefLabel";
inline constexpr std::string_view alt_label =
    "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view exact_match =
    "http://www.w3.org/2004/02/skos/core#exactMatch";
inline constexpr std::string_view close_match =
    "http://www.w3.org/2004/02/skos/core#closeMatch";
inline constexpr std::string_view definition =
    "http://www.w3.org/2004/02/skos/core#definition";
inline constexpr std::string_view example =
    "http://www.w3.org/2004/02/skos/core#example";
}  // namespace skos

/// Simple Event Model, http://semanticweb.cs.vu.nl/2009/11/sem/
namespace sem {
inline constexpr std::string_view event =
    "http://semanticweb.cs.vu.nl/2009/11/sem/Event";
inline constexpr std::string_view actor =
    "http://semanticweb.cs.vu.nl/2009/11/sem/Actor";
inline constexpr std::string_view place =
    "http://semanticweb.cs.vu.nl/2009/11/sem/Place";
inline constexpr std::string_view has_actor =
    "http://semanticweb.cs.vu.nl/2009/11/sem/hasActor";
inline constexpr std::string_view has_place =
    "http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace";
inline constexpr std::string_view has_time =
    "http://semanticweb.cs.vu.nl/2009/11/sem/hasTime";
}  // namespace sem

/// PROV-O, http://www.w3.org/ns/prov#
namespace prov {
inline constexpr std::string_view activity =
    "http://www.w3.org/ns/prov#Activity";
inline constexpr std::string_view entity = "http://www.w3.org/ns/prov#Entity";
inline constexpr std::string_view software_agent =
    "http://www.w3.org/ns/prov#SoftwareAgent";
inline constexpr std::string_view used = "http://www.w3.org/ns/prov#used";
inline constexpr std::string_view was_generated_by =
    "http://www.w3.org/ns/prov#wasGeneratedBy";
inline constexpr std::string_view was_associated_with =
    "http://www.w3.org/ns/prov#wasAssociatedWith";
inline constexpr std::string_view was_derived_from =
    "http://www.w3.org/ns/prov#wasDerivedFrom";
inline constexpr std::string_view was_attributed_to =
    "http://www.w3.org/ns/prov#wasAttributedTo";
}  // namespace prov

/// NLP Interchange Format,
/// http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#
namespace nif {
inline constexpr std::string_view context =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Context";
inline constexpr std::string_view phrase =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Phrase";
inline constexpr std::string_view sentence =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Sentence";
inline constexpr std::string_view is_string =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString";
inline constexpr std::string_view anchor_of =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf";
inline constexpr std::string_view begin_index =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/"
    "nif-core#beginIndex";
inline constexpr std::string_view end_index =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#endIndex";
inline constexpr std::string_view reference_context =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/"
    "nif-core#referenceContext";
inline constexpr std::string_view word =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Word";
inline constexpr std::string_view in_sentence =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#sentence";
inline constexpr std::string_view lemma =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#lemma";
inline constexpr std::string_view pos_tag =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#posTag";
inline constexpr std::string_view dependency =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/"
    "nif-core#dependency";
inline constexpr std::string_view dependency_relation_type =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/"
    "nif-core#dependencyRelationType";
inline constexpr std::string_view source_url =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#sourceUrl";
}  // namespace nif

/// Internationalization Tag Set, http://www.w3.org/2005/11/its/rdf#
namespace itsrdf {
inline constexpr std::string_view ta_ident_ref =
    "http://www.w3.org/2005/11/its/rdf#taIdentRef";
}  // namespace itsrdf

/// Grounded Annotation Framework, http://groundedannotationframework.org/gaf#
namespace gaf {
inline constexpr std::string_view denoted_by =
    "http://groundedannotationframework.org/gaf#denotedBy";
}  // namespace gaf

/// Web Annotation, http://www.w3.org/ns/oa#
namespace oa {
inline constexpr std::string_view annotation =
    "http://www.w3.org/ns/oa#Annotation";
inline constexpr std::string_view has_target =
    "http://www.w3.org/ns/oa#hasTarget";
inline constexpr std::string_view has_body = "http://www.w3.org/ns/oa#hasBody";
}  // namespace oa

/// schema.org, https://schema.org/
namespace schema {
inline constexpr std::string_view news_article =
    "https://schema.org/NewsArticle";
inline constexpr std::string_view date_published =
    "https://schema.org/datePublished";
inline constexpr std::string_view headline = "https://schema.org/headline";
inline constexpr std::string_view publisher = "https://schema.org/publisher";
inline constexpr std::string_view url = "https://schema.org/url";
inline constexpr std::string_view identifier = "https://schema.org/identifier";
inline constexpr std::string_view has_part = "https://schema.org/hasPart";
inline constexpr std::string_view web_page = "https://schema.org/WebPage";
inline constexpr std::string_view citation = "https://schema.org/citation";
inline constexpr std::string_view software_version =
    "https://schema.org/softwareVersion";
}  // namespace schema

/// OWL-Time, http://www.w3.org/2006/time#
namespace time {
inline constexpr std::string_view temporal_entity =
    "http://www.w3.org/2006/time#TemporalEntity";
inline constexpr std::string_view instant =
    "http://www.w3.org/2006/time#Instant";
inline constexpr std::string_view proper_interval =
    "http://www.w3.org/2006/time#ProperInterval";
inline constexpr std::string_view in_xsd_date =
    "http://www.w3.org/2006/time#inXSDDate";
inline constexpr std::string_view has_beginning =
    "http://www.w3.org/2006/time#hasBeginning";
inline constexpr std::string_view has_end =
    "http://www.w3.org/2006/time#hasEnd";
inline constexpr std::string_view interval =
    "http://www.w3.org/2006/time#Interval";
inline constexpr std::string_view in_xsd_date_time =
    "http://www.w3.org/2006/time#inXSDDateTime";
inline constexpr std::string_view in_xsd_g_year =
    "http://www.w3.org/2006/time#inXSDgYear";
inline constexpr std::string_view in_xsd_g_year_month =
    "http://www.w3.org/2006/time#inXSDgYearMonth";
inline constexpr std::string_view has_xsd_duration =
    "http://www.w3.org/2006/time#hasXSDDuration";
}  // namespace time

/// Datatype of ISO 8601-2 dates, as the Library of Congress names it.
inline constexpr std::string_view edtf_datatype =
    "http://id.loc.gov/datatypes/edtf/EDTF";

/// OntoLex, http://www.w3.org/ns/lemon/ontolex#
namespace ontolex {
inline constexpr std::string_view lexical_entry =
    "http://www.w3.org/ns/lemon/ontolex#LexicalEntry";
}  // namespace ontolex

}  // namespace demarche::vocabulary

#endif

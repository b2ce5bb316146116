#include "tests/small_ontology.h"

#include "tests/temporary_folder.h"

namespace demarche {
namespace {

constexpr auto turtle = R"(
@prefix dm: <https://w3id.org/demarche/ontology#> .
@prefix lex: <https://w3id.org/demarche/lexicon/> .
@prefix prep: <https://w3id.org/demarche/preposition#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

dm:Event a rdfs:Class .
dm:Actor a rdfs:Class .
dm:Place a rdfs:Class .
dm:State a rdfs:Class ; rdfs:subClassOf dm:Actor , dm:Place .
dm:ArmedForce a rdfs:Class ; rdfs:subClassOf dm:Actor .
dm:Accusation a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "ACCUSE" ; dm:hasRole dm:accuser , dm:accused ,
    dm:content ; dm:directRelation dm:accuses .
dm:Attack a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "ASSAULT" ; dm:hasRole dm:attacker , dm:attacked .
dm:Withdrawal a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "SANCTION" ; dm:hasRole dm:withdrawer , dm:process .
dm:TroopWithdrawal a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "RETREAT" ; dm:hasRole dm:withdrawer , dm:forces .
dm:Negotiation a rdfs:Class ; rdfs:subClassOf dm:Event ;
    dm:ploverCategory "CONSULT" ; dm:reciprocal true ;
    dm:hasRole dm:participant , dm:topic .
dm:accuser a dm:RoleProperty ; dm:side dm:source .
dm:accused a dm:RoleProperty ; dm:side dm:target .
dm:content a dm:RoleProperty .
dm:attacker a dm:RoleProperty ; dm:side dm:source .
dm:attacked a dm:RoleProperty ; dm:side dm:target .
dm:withdrawer a dm:RoleProperty ; dm:side dm:source .
dm:process a dm:RoleProperty .
dm:forces a dm:RoleProperty .
dm:participant a dm:RoleProperty ; dm:side dm:partner .
dm:topic a dm:RoleProperty .
dm:accuses a dm:DirectRelation .

lex:accuse a ontolex:LexicalEntry ; dm:lemma "accuse" ;
    dm:partOfSpeech "VERB" ; dm:roleset "accuse.01" ;
    dm:evokes dm:Accusation ; dm:arg0 dm:accuser ; dm:arg1 dm:accused ;
    dm:arg2 dm:content ; dm:effect dm:reporting .
lex:say a ontolex:LexicalEntry ; dm:lemma "say" ; dm:partOfSpeech "VERB" ;
    dm:roleset "say.01" ; dm:effect dm:reporting .
lex:deny a ontolex:LexicalEntry ; dm:lemma "deny" ; dm:partOfSpeech "VERB" ;
    dm:roleset "deny.01" ; dm:effect dm:denying .
lex:attack a ontolex:LexicalEntry ; dm:lemma "attack" ;
    dm:partOfSpeech "VERB" ; dm:roleset "attack.01" ;
    dm:evokes dm:Attack ; dm:arg0 dm:attacker ; dm:arg1 dm:attacked .
lex:attack-noun a ontolex:LexicalEntry ; dm:lemma "attack" ;
    dm:partOfSpeech "NOUN" ; dm:evokes dm:Attack ;
    dm:possessive dm:attacker ; dm:modifier dm:attacker ;
    prep:by dm:attacker ; prep:on dm:attacked .
lex:withdraw a ontolex:LexicalEntry ; dm:lemma "withdraw" ;
    dm:partOfSpeech "VERB" ; dm:roleset "withdraw.01" ;
    dm:evokes dm:Withdrawal ; dm:arg0 dm:withdrawer ; dm:arg2 dm:process .
lex:withdraw-troops a ontolex:LexicalEntry ; dm:lemma "withdraw" ;
    dm:partOfSpeech "VERB" ; dm:roleset "withdraw.01" ;
    dm:evokes dm:TroopWithdrawal ; dm:arg0 dm:withdrawer ;
    dm:arg1 dm:forces ; dm:whenArg1 dm:ArmedForce .
lex:pull-out-of a ontolex:LexicalEntry ; dm:lemma "pull out of" ;
    dm:partOfSpeech "VERB" ; dm:evokes dm:Withdrawal ;
    dm:subject dm:withdrawer ; prep:of dm:process .
lex:talks a ontolex:LexicalEntry ; dm:lemma "talk" ;
    dm:partOfSpeech "NOUN" ; dm:evokes dm:Negotiation ;
    dm:possessive dm:participant ; dm:subject dm:participant ;
    prep:with dm:participant ; prep:between dm:participant .
lex:hold a ontolex:LexicalEntry ; dm:lemma "hold" ; dm:partOfSpeech "VERB" ;
    dm:light true .
lex:face a ontolex:LexicalEntry ; dm:lemma "face" ; dm:partOfSpeech "VERB" ;
    dm:light true ; dm:undergoes true .
lex:order a ontolex:LexicalEntry ; dm:lemma "order" ; dm:partOfSpeech "VERB" ;
    dm:initiates true ; dm:effect dm:requesting .
lex:troops a ontolex:LexicalEntry ; dm:lemma "troop" ;
    dm:partOfSpeech "NOUN" ; dm:denotes dm:ArmedForce .
lex:fail a ontolex:LexicalEntry ; dm:lemma "fail" ; dm:partOfSpeech "VERB" ;
    dm:effect dm:negative_implicative .
lex:plan a ontolex:LexicalEntry ; dm:lemma "plan" ; dm:partOfSpeech "VERB" ;
    dm:effect dm:intending .
lex:regret a ontolex:LexicalEntry ; dm:lemma "regret" ;
    dm:partOfSpeech "VERB" ; dm:effect dm:factive .
lex:not a ontolex:LexicalEntry ; dm:lemma "not" ; dm:effect dm:negating .
lex:may a ontolex:LexicalEntry ; dm:lemma "may" ; dm:partOfSpeech "AUX" ;
    dm:effect dm:possible .
lex:will a ontolex:LexicalEntry ; dm:lemma "will" ; dm:partOfSpeech "AUX" ;
    dm:effect dm:future .
lex:must a ontolex:LexicalEntry ; dm:lemma "must" ; dm:partOfSpeech "AUX" ;
    dm:effect dm:requesting .
lex:if a ontolex:LexicalEntry ; dm:lemma "if" ; dm:effect dm:conditional .
lex:allegedly a ontolex:LexicalEntry ; dm:lemma "allegedly" ;
    dm:partOfSpeech "ADV" ; dm:effect dm:alleged .
lex:according-to a ontolex:LexicalEntry ; dm:lemma "according to" ;
    dm:effect dm:reporting .
)";

Ontology load() {
  const TemporaryFolder folder;
  folder.write("small.ttl", turtle);
  return Ontology::load(folder.path());
}

}  // namespace

const Ontology& small_ontology() {
  static const Ontology ontology = load();
  return ontology;
}

}  // namespace demarche

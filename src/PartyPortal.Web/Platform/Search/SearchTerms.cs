using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Search;

namespace PartyPortal.Web.Platform.Search;

/// <summary>How rows become documents of the index and questions its queries. Han text is cut into pairs and single characters.</summary>
internal static class SearchTerms
{
    private const string Title = "title", Text = "text", Keys = "keys", Scope = "scope", Kind = "kind", Row = "row";

    public static readonly Analyzer Analyzer = Analyzer.NewAnonymous((_, reader) =>
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        return new TokenStreamComponents(words, new CJKBigramFilter(words, CJKScript.HAN, outputUnigrams: true));
    });

    public static Term RowOf(SearchKind kind, int id) => new("key", SearchPlace.RowOf(kind, id).ToString("x", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Nothing is stored: what is shown is read from the database.</summary>
    public static Document Document(SearchKind kind, Findable row)
    {
        var document = new Document
        {
            new StringField("key", RowOf(kind, row.Id).Text, Field.Store.NO),
            new StringField(Kind, kind.ToString(), Field.Store.NO),
            new StringField(Scope, row.Audience, Field.Store.NO),
            new TextField(Title, Folded.Of(row.Title), Field.Store.NO),
            new TextField(Text, Folded.Of(string.Join('\n', [row.Text, row.Words, row.Branch, .. row.Tags])), Field.Store.NO),
            new NumericDocValuesField("at", row.At.Ticks),
            new NumericDocValuesField(Row, SearchPlace.RowOf(kind, row.Id)),
        };
        foreach (var id in PathIds(row.Path)) document.Add(new StringField(Scope, Inside(id), Field.Store.NO));
        foreach (var key in Folded.KeysOf(row.Title).Distinct()) document.Add(new StringField(Keys, key, Field.Store.NO));
        return document;
    }

    /// <summary>Every word must occur, in the title, in the text or as the pinyin of the title.</summary>
    public static Query Words(SearchQuestion asked)
    {
        if (asked.FoldedWords.Count == 0) return new MatchAllDocsQuery();

        var all = new BooleanQuery(disableCoord: true);
        foreach (var word in asked.FoldedWords) all.Add(Word(word), Occur.MUST);
        return all;
    }

    /// <summary>The gate once more, as terms: it keeps the candidates few; what is shown, the gate itself decides. Null for a viewer who sees everything.</summary>
    public static Query? Reach(Viewer viewer, SearchKind? kind)
    {
        var both = new BooleanQuery();
        if (kind is { } only) both.Add(new TermQuery(new Term(Kind, only.ToString())), Occur.MUST);
        if (!viewer.SeesEverything && viewer.Path != "/") both.Add(Scopes(viewer), Occur.MUST);
        return both.Clauses.Count == 0 ? null : both;
    }

    private static BooleanQuery Scopes(Viewer viewer)
    {
        var any = new BooleanQuery();
        foreach (var audience in viewer.Audiences) any.Add(new TermQuery(new Term(Scope, audience)), Occur.SHOULD);
        if (PathIds(viewer.Path) is [.., var top]) any.Add(new TermQuery(new Term(Scope, Inside(top))), Occur.SHOULD);
        return any;
    }

    private static BooleanQuery Word(string word)
    {
        var any = new BooleanQuery(disableCoord: true);
        if (Phrase(Title, word) is { } inTitle) any.Add(Weighted(inTitle, 4), Occur.SHOULD);
        if (Phrase(Text, word) is { } inText) any.Add(inText, Occur.SHOULD);
        if (word.Length < 2 || !word.All(char.IsAsciiLetterOrDigit)) return any;

        any.Add(Weighted(new PrefixQuery(new Term(Keys, word)), 2), Occur.SHOULD);
        any.Add(new PrefixQuery(new Term(Text, word)), Occur.SHOULD);
        return any;
    }

    /// <summary>The pairs of a word one behind the other, and single characters where there is no pair; null where nothing of it is a word.</summary>
    private static PhraseQuery? Phrase(string field, string word)
    {
        var phrase = new PhraseQuery();
        var tokens = Tokens(word);
        foreach (var (term, place, isPair) in tokens)
            if (isPair || !tokens.Exists(t => t.IsPair && (t.Place == place || t.Place == place - 1))) phrase.Add(new Term(field, term), place);

        return phrase.GetTerms().Length == 0 ? null : phrase;
    }

    private static List<(string Term, int Place, bool IsPair)> Tokens(string word)
    {
        var tokens = new List<(string, int, bool)>();
        using var stream = Analyzer.GetTokenStream(Text, word);
        var (term, type, step) = (stream.AddAttribute<ICharTermAttribute>(), stream.AddAttribute<ITypeAttribute>(), stream.AddAttribute<IPositionIncrementAttribute>());
        stream.Reset();
        for (var place = -1; stream.IncrementToken();)
        {
            place += step.PositionIncrement;
            tokens.Add((term.ToString(), place, type.Type == CJKBigramFilter.DOUBLE_TYPE));
        }

        stream.End();
        return tokens;
    }

    private static Query Weighted(Query query, float weight)
    {
        query.Boost = weight;
        return query;
    }

    private static string Inside(int branchId) => $"in:{branchId}";

    private static List<int> PathIds(string path) => [.. path.Split('/').Select(part => int.TryParse(part, out var id) ? id : 0).Where(id => id > 0)];

    /// <summary>How rare a word is in the whole index says nothing here: it would tell of rows that the reader may not see.</summary>
    public sealed class OwnWordsAlone : DefaultSimilarity
    {
        public override float Idf(long docFreq, long numDocs) => 1;
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Search;

namespace PartyPortal.Web.Platform.Search;

/// <summary>How far an index has come: the change of the database up to which it is known to be complete.</summary>
public sealed record IndexMark(int Id, Guid Stamp);

/// <summary>
/// The index of this instance: a cache of the database that finds which rows to read, in a folder that no other instance uses. Written by its keeper alone;
/// asked by everybody. Whatever goes wrong with its files, the keeper makes it anew.
/// </summary>
public sealed partial class SearchIndex(DataFolder folder, IConfiguration configuration, ILogger<SearchIndex> log) : IDisposable
{
    // Raised when documents are made otherwise: an older index is then made anew.
    private const string Form = "1";
    private const string LockFile = "write.lock";

    private readonly string _root = configuration["Portal:IndexFolder"] ?? folder.Path("index");
    private volatile Opened? _opened;
    private volatile bool _isDoubtful;

    private Opened Current => _opened ?? throw new ObjectDisposedException(nameof(SearchIndex));

    /// <summary>Whether it can be written to: open, its files where they were and, after a question that failed, unharmed.</summary>
    public bool IsWhole()
    {
        if (_opened is not { } open || !File.Exists(Path.Combine(open.Folder, LockFile))) return false;
        if (!_isDoubtful) return true;

        _isDoubtful = false;
        return open.IsWhole();
    }

    /// <summary>Opens what an earlier run left; null where that is nothing, damaged or of another form.</summary>
    public IndexMark? Open()
    {
        try
        {
            _opened = Start(OpenMode.CREATE_OR_APPEND);
            var data = _opened.Writer.CommitData;
            return _opened.IsWhole() && data.TryGetValue("form", out var form) && form == Form && data.TryGetValue("id", out var id) && data.TryGetValue("stamp", out var stamp)
                ? new IndexMark(int.Parse(id, CultureInfo.InvariantCulture), Guid.Parse(stamp)) : null;
        }
        catch (Exception harm) when (harm is not OutOfMemoryException)
        {
            LogHarm(log, harm);
            return null;
        }
    }

    /// <summary>Begins anew; not to be asked before <see cref="Complete"/>.</summary>
    public void Clear()
    {
        Close();
        _opened = Start(OpenMode.CREATE);
    }

    public void Complete() => Current.IsComplete = true;

    public void Put(SearchKind kind, Findable row) => Current.Writer.UpdateDocument(SearchTerms.RowOf(kind, row.Id), SearchTerms.Document(kind, row));

    public void Remove(SearchKind kind, int id) => Current.Writer.DeleteDocuments(SearchTerms.RowOf(kind, id));

    /// <summary>Lets what was put and removed be found.</summary>
    public void Show() => Current.Searchers.MaybeRefreshBlocking();

    /// <summary>Keeps on disk what was done, and how far it goes.</summary>
    public void Commit(IndexMark mark)
    {
        Current.Writer.SetCommitData(new Dictionary<string, string> { ["form"] = Form, ["id"] = mark.Id.ToString(CultureInfo.InvariantCulture), ["stamp"] = $"{mark.Stamp}" });
        Current.Writer.Commit();
    }

    /// <summary>Candidates in order, behind the place; null while it cannot be asked.</summary>
    public IReadOnlyList<SearchPlace>? Find(SearchQuestion asked, Viewer viewer, SearchPlace? after, int most)
    {
        if (_opened is not { IsComplete: true } open) return null;

        try
        {
            return open.Find(asked, viewer, after, most);
        }
        catch (Exception harm) when (harm is not OutOfMemoryException)
        {
            // Closed just now, or damaged: the keeper looks.
            LogHarm(log, harm);
            _isDoubtful = true;
            return null;
        }
    }

    public void Close()
    {
        if (Interlocked.Exchange(ref _opened, null) is { } open) open.Dispose();
    }

    public void Dispose() => Close();

    /// <summary>In the first folder that no other process writes to.</summary>
    private Opened Start(OpenMode mode)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                return new Opened(Path.Combine(_root, $"{number}"), mode);
            }
            catch (LockObtainFailedException) when (number < 32)
            {
                // Another instance on this machine, or on a disk that is shared.
            }
        }
    }

    private sealed class Opened : IDisposable
    {
        // A bit for each row and reach: with 100,000 rows 25 MB at most.
        private const int MostReaches = 2000;

        private readonly ConcurrentDictionary<string, Filter> _reaches = new();

        public Opened(string folder, OpenMode mode)
        {
            Folder = folder;
            // Not mapped into memory: a mapped file that somebody shortens ends the process.
            var files = new NIOFSDirectory(folder);
            if (mode is OpenMode.CREATE) Empty(files);
            var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, SearchTerms.Analyzer)
            {
                OpenMode = mode,
                WriteLockTimeout = 0,
                Similarity = new SearchTerms.OwnWordsAlone(),
                // A merge that fails must fail here, and not end the process in a thread of its own.
                MergeScheduler = new SerialMergeScheduler(),
            };
            Writer = new IndexWriter(files, config);
            Searchers = new SearcherManager(Writer, applyAllDeletes: true, new Weighing());
        }

        public string Folder { get; }

        public IndexWriter Writer { get; }

        public SearcherManager Searchers { get; }

        public bool IsComplete { get; set; }

        public IReadOnlyList<SearchPlace> Find(SearchQuestion asked, Viewer viewer, SearchPlace? after, int most)
        {
            var searcher = Searchers.Acquire();
            try
            {
                var (isNewest, query, reach) = (asked.IsNewestFirst, SearchTerms.Words(asked), Known(SearchTerms.Reach(viewer, asked.Kind)));
                var found = after is null
                    ? searcher.Search(query, reach, most, SearchPlace.Order(isNewest))
                    : searcher.SearchAfter(after.ToLucene(isNewest), query, reach, most, SearchPlace.Order(isNewest));
                return [.. found.ScoreDocs.Cast<FieldDoc>().Select(SearchPlace.Of)];
            }
            finally
            {
                Searchers.Release(searcher);
            }
        }

        private Filter? Known(Query? reach)
        {
            if (reach is null) return null;

            if (_reaches.Count > MostReaches) _reaches.Clear();
            return _reaches.GetOrAdd(reach.ToString(), _ => new RowsInReach(reach));
        }

        /// <summary>Whether each of its files has the sum that was written with it.</summary>
        public bool IsWhole()
        {
            try
            {
                using var reader = DirectoryReader.Open(Writer, applyAllDeletes: true);
                foreach (var leaf in reader.Leaves) leaf.AtomicReader.CheckIntegrity();
                return true;
            }
            catch (Exception harm) when (harm is not OutOfMemoryException)
            {
                return false;
            }
        }

        /// <summary>What was not committed is read from the database again.</summary>
        public void Dispose()
        {
            try
            {
                Searchers.Dispose();
                Writer.Rollback();
            }
            catch (Exception harm) when (harm is not OutOfMemoryException)
            {
                // Its files are harmed or gone; the lock must not stay.
                Writer.Directory.ClearLock(IndexWriter.WRITE_LOCK_NAME);
            }
        }

        /// <summary>An index that cannot even be read cannot be overwritten: its files go first, unless another instance holds them.</summary>
        private static void Empty(NIOFSDirectory files)
        {
            using var held = files.MakeLock(IndexWriter.WRITE_LOCK_NAME);
            if (!held.Obtain(0)) throw new LockObtainFailedException("In use.");

            foreach (var file in files.ListAll().Where(file => file != LockFile)) files.DeleteFile(file);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index cannot be read.")]
    private static partial void LogHarm(ILogger log, Exception harm);

    /// <summary>Kept for each part of the index as long as that part lives: the readers of a branch share one, and to gather its rows at each question cost more than the question.</summary>
    private sealed class RowsInReach(Query reach) : CachingWrapperFilter(new QueryWrapperFilter(reach))
    {
        protected override DocIdSet DocIdSetToCache(DocIdSet found, AtomicReader reader)
        {
            var rows = new FixedBitSet(reader.MaxDoc);
            if (found?.GetIterator() is { } each) rows.Or(each);
            return rows;
        }
    }

    private sealed class Weighing : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new SearchTerms.OwnWordsAlone() };
    }
}

namespace PartyPortal.Web.Shared;

/// <summary>A row of a list that is put in order: by its handle, and without a script or by the keyboard with its arrows.</summary>
/// <param name="Up">Where it is sent to be one place higher; <c>data-move</c> sends any place there.</param>
/// <param name="Place">Counted from 1.</param>
/// <param name="Of">How many rows there are.</param>
public sealed record MovedRow(string Name, string Up, string Down, int Place, int Of);
